import type { Plugin } from 'vite';

/** Makes more of the build, once the app itself is built. */
export function afterBuild(name: string, handler: () => Promise<void>): Plugin {
  return {
    name: `verbatim:${name}`,
    apply: 'build',
    enforce: 'post',
    closeBundle: { order: 'post', sequential: true, handler },
  };
}
