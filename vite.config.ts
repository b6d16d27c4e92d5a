import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { checkedExplainers } from './build-plugins/checked-explainers.ts';
import { exportThread } from './build-plugins/export-thread.ts';
import { player } from './build-plugins/player.ts';
import { schemas } from './build-plugins/schemas.ts';
import { scriptText } from './build-plugins/script-text.ts';
import { scriptsAmongAssets } from './build-plugins/scripts-among-assets.ts';

export default defineConfig({
  plugins: [
    sveltekit(),
    scriptText,
    scriptsAmongAssets,
    checkedExplainers,
    exportThread,
    player,
    schemas,
  ],
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
            'tests/{architecture,attempts,classes,cmi5,content,deliveries,exports,formats,items,packages}/**/*.test.ts',
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
          include: ['tests/{browser,commands,http,key-secrecy,lti}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
