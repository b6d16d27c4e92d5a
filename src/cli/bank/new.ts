import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isSlug } from '../../lib/passage/source.ts';
import { contentFolders } from '../../lib/server/content/load-collection.ts';
import { readCollectionFiles } from '../../lib/server/content/read-files.ts';
import type { Command } from '../command.ts';

/** A bank to write on from; what is left to fill in are its words and its two quotations. */
function skeletonFor(source: string): string {
  return `---
title: "A title that a reader would click"
summary: One sentence on what the quiz asks.
language: en
sources: [${source}]
---
One or two paragraphs for the cover. docs/writing-a-bank.md has the whole format.

## What does the source say, according to its publisher?
id: first-item
level: recall

- ( ) What a hasty reader takes it for #trap headline
  > Why that is not what the sentence says.
- (x) The right answer
- ( ) Another slip, of one kind with the right answer
  > Why that one is wrong too.

> [${source}] The sentence that proves it, ==the deciding words== marked.

Why: how one sees it in the text, and what would settle it.

## Claim: something that the source may or may not say.
id: second-item
level: judge
verdict: not stated
searched: ${source}

> [${source}] The nearest sentence, which does not say it. #near

Why: what the source says instead.
`;
}

/** `bank new`: a bank to write on from; `check` then names what is left to fill in. */
export const newBank: Command = {
  summary: '<bank>  writes a bank to begin with',
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0 || !isSlug(id)) {
      throw new Error('Name one bank in a-z, 0-9 and -, beginning with a letter: bank new <bank>.');
    }
    const { contentDir } = contentFolders(process.env);
    const { sources } = await readCollectionFiles({ contentDir, sourcesDir: null });
    const source = sources[0]?.path.replace(/^.*\/|\.md$/g, '') ?? 'source';
    const path = join(contentDir, 'banks', `${id}.md`);
    try {
      await writeFile(path, skeletonFor(source), { flag: 'wx' });
    } catch (cause) {
      const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
      const reason = isThere ? 'is there already and is left as it is' : 'can’t be written';
      throw new Error(`banks/${id}.md ${reason}.`, { cause });
    }
    console.log(
      `banks/${id}.md is written. \`npm run bank -- check\` names what is left to fill in.`,
    );
    return 0;
  },
};
