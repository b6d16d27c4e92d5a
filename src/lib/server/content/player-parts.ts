import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageId } from '../../messages/say.ts';

/** What the build made for self-contained packages. */
export interface PlayerParts {
  readonly script: string;
  /** The player that tells an LMS by cmi5. */
  readonly cmi5Script: string;
  readonly style: string;
  /** The messages that the player says. */
  readonly messages: readonly MessageId[];
  /** The schemas of each kind of package that carries some, by their names, in their order. */
  readonly schemas: Readonly<Record<'scorm-1.2' | 'scorm-2004', readonly SchemaFile[]>>;
}

/** A schema as it is written down, and its name. */
export type SchemaFile = readonly [name: string, text: string];

/** Reads what the build made into a folder, from the project’s root; null where there is no build. */
export async function readPlayerParts(folder = 'build'): Promise<PlayerParts | null> {
  try {
    const read = (path: string) => readFile(join(folder, path), 'utf8');
    const [script, cmi5Script, style, messages, scorm12, scorm2004] = await Promise.all([
      read('player/player.js'),
      read('player/player-cmi5.js'),
      read('player/player.css'),
      read('player/messages.json'),
      readSchemas(join(folder, 'schemas/scorm-1.2')),
      readSchemas(join(folder, 'schemas/scorm-2004')),
    ]);
    return {
      script,
      cmi5Script,
      style,
      messages: JSON.parse(messages) as MessageId[],
      schemas: { 'scorm-1.2': scorm12, 'scorm-2004': scorm2004 },
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function readSchemas(folder: string): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).toSorted();
  return Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
}
