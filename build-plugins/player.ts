import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'vite';
import english from '../src/lib/messages/en.json' with { type: 'json' };
import { afterBuild } from './after-build.ts';
import { svelteAsText } from './svelte-as-text.ts';

const outDir = 'build/player';

/**
 * What the player does without, by the ends of the names, and what stands in its place: scripts that a
 * page would load beside its own; the English catalogue with the parser of its messages, since a
 * package brings its own words; and what Svelte needs where pages are made later than they are asked for.
 */
const leftOut: Readonly<Record<string, string>> = {
  '?worker&url': `export default '';`,
  '/messages/english.ts': 'export const english = undefined;',
  devalue: 'export const uneval = undefined;',
  '/render-context.js':
    'const none = () => undefined; export { none as get_render_context, none as init_render_context, none as with_render_context };',
};

const withoutThem: Plugin = {
  name: 'verbatim:left-out-of-player',
  enforce: 'pre',
  resolveId(id) {
    const end = Object.keys(leftOut).find((each) => id.endsWith(each));
    return end === undefined ? null : `\0left-out:${end}`;
  },
  load(id) {
    return id.startsWith('\0left-out:') ? leftOut[id.slice('\0left-out:'.length)] : null;
  },
};

/** The names of all messages that this code says, or may put together from their beginnings. */
function messagesSaidIn(code: string): string[] {
  return Object.keys(english).filter((id) => {
    const parts = id.split('.');
    const beginnings = parts.map((_part, index) => parts.slice(0, index).join('.')).slice(1);
    return (
      code.includes(`'${id}'`) ||
      code.includes(`"${id}"`) ||
      beginnings.some((beginning) => code.includes(`\`${beginning}.\${`))
    );
  });
}

/** Writes down which messages the bundle says: a package brings these alone. */
const notedMessages: Plugin = {
  name: 'verbatim:noted-messages',
  async generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? [each] : []));
    const files = chunks
      .flatMap(({ modules }) => Object.entries(modules))
      .filter(([file, { renderedLength }]) => renderedLength > 0 && /\/src\/lib\//.test(file))
      .map(([file]) => file.replace(/\?.*$/, ''));
    const code = await Promise.all([...new Set(files)].map((file) => readFile(file, 'utf8')));
    const said = messagesSaidIn(code.join('\n'));
    this.emitFile({ type: 'asset', fileName: 'messages.json', source: JSON.stringify(said) });
  },
};

/** Where each player begins, by its name: what tells cmi5 is not carried by other packages. */
const inputs = { player: 'src/lib/player/main.ts', 'player-cmi5': 'src/lib/player/cmi5/main.ts' };

/** The self-contained players of course packages: one script each and one style sheet (record 012). */
export const player = afterBuild('player', async () => {
  for (const [name, input] of Object.entries(inputs).reverse()) await buildPlayer(name, input);
});

async function buildPlayer(name: string, input: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutThem, svelteAsText, notedMessages],
    // Svelte's own modules too are those that make text.
    resolve: { conditions: ['production', 'module'] },
    build: {
      outDir,
      emptyOutDir: false,
      cssCodeSplit: false,
      copyPublicDir: false,
      modulePreload: false,
      rollupOptions: {
        input,
        output: {
          format: 'iife',
          entryFileNames: `${name}.js`,
          assetFileNames: 'player[extname]',
        },
      },
    },
  });
}
