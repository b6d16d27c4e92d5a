import type { Plugin } from 'vite';

/**
 * SvelteKit makes no client build where every page has `csr = false`, and then serves only what the
 * server build put among its assets. So the script of the forms is put there (decision record 005).
 */
export const scriptsAmongAssets: Plugin = {
  name: 'verbatim:scripts-among-assets',
  enforce: 'post',
  config: () => ({
    worker: {
      rollupOptions: { output: { entryFileNames: '_app/immutable/assets/[name]-[hash].js' } },
    },
  }),
};
