import { compile } from 'svelte/compiler';
import type { Plugin } from 'vite';

const styleOf = '?style&lang.css';

/**
 * Compiles components to functions that write HTML, as a server's are, for a script that runs in a
 * browser: their pages need no more than that, and it is a third of the weight.
 */
export const svelteAsText: Plugin = (() => {
  const styles = new Map<string, string>();
  return {
    name: 'verbatim:svelte-as-text',
    resolveId: (id) => (id.endsWith(styleOf) ? id : null),
    load: (id) => (id.endsWith(styleOf) ? (styles.get(id) ?? null) : null),
    transform(code, filename) {
      if (!filename.endsWith('.svelte')) return null;
      const { css, js } = compile(code, {
        filename,
        generate: 'server',
        css: 'external',
        runes: true,
      });
      styles.set(filename + styleOf, css?.code ?? '');
      return { code: `import ${JSON.stringify(filename + styleOf)};\n${js.code}`, map: null };
    },
  } satisfies Plugin;
})();
