import { build } from 'vite';
import { afterBuild } from './after-build.ts';

/**
 * The thread that writes exports, as one file of JavaScript beside the built app: under plain Node it
 * would hold 45 MB for the compiler that takes its types off.
 */
export const exportThread = afterBuild('export-thread', async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'src/lib/server/exports/export-thread.ts',
      outDir: 'build/threads',
      rollupOptions: { output: { entryFileNames: 'export-thread.js' } },
    },
  });
});
