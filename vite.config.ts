import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { isError } from './src/lib/bank/codes.ts';
import { describeIssue } from './src/lib/bank/describe-issue.ts';
import { contentFolders, loadCollection } from './src/lib/server/content/load-collection.ts';

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

/** A citation that names an unknown passage, or a question that is no item, fails the build. */
const checkedExplainers: Plugin = {
  name: 'verbatim:checked-explainers',
  apply: 'build',
  async buildStart() {
    const { issues } = await loadCollection(contentFolders({}));
    const faults = issues.filter((issue) => issue.file.startsWith('explainers/') && isError(issue));
    if (faults.length > 0) this.error(faults.map(describeIssue).join('\n'));
  },
};

/**
 * The thread that writes exports, as one file of JavaScript beside the built app: under plain Node it
 * would hold 45 MB for the compiler that takes its types off.
 */
const exportThread: Plugin = {
  name: 'verbatim:export-thread',
  apply: 'build',
  enforce: 'post',
  closeBundle: {
    order: 'post',
    sequential: true,
    async handler() {
      await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          ssr: 'src/lib/server/exports/export-thread.ts',
          outDir: 'build/threads',
          rollupOptions: { output: { entryFileNames: 'export-thread.js' } },
        },
      });
    },
  },
};

export default defineConfig({
  plugins: [sveltekit(), scriptsAmongAssets, checkedExplainers, exportThread],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Some start the command line as a process of its own, beside others.
          testTimeout: 30_000,
          include: [
            'src/**/*.test.ts',
            'tests/{architecture,attempts,classes,content,deliveries,exports,formats,items}/**/*.test.ts',
          ],
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
