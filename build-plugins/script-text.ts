import { build, type Plugin } from 'vite';

const mark = '?script-text';

/** Gives a script, bundled with all that it imports, as a text: `import { script } from './main.ts?script-text'`. */
export const scriptText: Plugin = {
  name: 'verbatim:script-text',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!id.endsWith(mark)) return null;
    const found = await this.resolve(id.slice(0, -mark.length), importer, { skipSelf: true });
    return found && `\0${found.id}${mark}`;
  },
  async load(id) {
    if (!id.endsWith(mark)) return null;
    const made = await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        write: false,
        copyPublicDir: false,
        modulePreload: false,
        rollupOptions: { input: id.slice(1, -mark.length), output: { format: 'iife' } },
      },
    });
    const [bundle] = Array.isArray(made) ? made : [made];
    const [script] = bundle && 'output' in bundle ? bundle.output : [];
    if (!script) throw new Error(`${id} makes no script`);
    return `export const script = ${JSON.stringify(script.code)};`;
  },
};
