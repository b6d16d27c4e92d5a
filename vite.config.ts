import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * SvelteKit makes no client build where every page has `csr = false`, and then serves only what the
 * server build put among its assets. So the script of the forms is put there (decision record 005).
 */
const scriptsAmongAssets: Plugin = {
  name: 'verbatim:scripts-among-assets',
  enforce: 'post',
  config: () => ({
    worker: {
      rollupOptions: { output: { entryFileNames: '_app/immutable/assets/[name]-[hash].js' } },
    },
  }),
};

export default defineConfig({
  plugins: [sveltekit(), scriptsAmongAssets],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/{architecture,attempts,content,items}/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: {
          name: 'component',
          include: ['src/**/*.svelte.test.ts'],
          environment: 'jsdom',
          setupFiles: ['tests/component-setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'storage', include: ['tests/storage/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'served',
          include: ['tests/{browser,commands,http,key-secrecy}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
