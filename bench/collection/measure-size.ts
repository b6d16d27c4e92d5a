import type { CollectionFiles } from '../../src/lib/bank/collection.ts';
import { isError } from '../../src/lib/bank/codes.ts';
import { writeLock } from '../../src/lib/bank/lock.ts';
import { makeLock } from '../../src/lib/bank/make-lock.ts';
import { parseMarkdown } from '../../src/lib/bank/markdown.ts';
import { readCollection } from '../../src/lib/bank/read-collection.ts';
import { itemTypeRules } from '../../src/lib/item-types/rules.ts';
import { generateCollection } from './generate-collection.ts';
import { medianOf } from '../median.ts';

/** What one size costs, measured in a process of its own. */
export interface SizeFigures {
  readonly items: number;
  /** Medians over the rounds. */
  readonly remarkMs: number;
  readonly checkMs: number;
  /** The most memory that the process ever held, generator and both measurements included. */
  readonly peakMegabytes: number;
}

const rounds = 5;
const types = Object.values(itemTypeRules);

/** Times remark alone and the whole check in turns, after one round that only warms up. */
function measure(items: number): SizeFigures {
  const files = lockCollection(generateCollection(items));
  const remarkMs: number[] = [];
  const checkMs: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const remark = timed(() => {
      for (const file of [...files.banks, ...files.sources]) parseMarkdown(file.text);
    });
    const check = timed(() => {
      const fault = readCollection(files, types).issues.find(isError);
      if (fault) throw new Error(`The generated collection has a fault: ${fault.message}`);
    });
    if (round > 0) {
      remarkMs.push(remark);
      checkMs.push(check);
    }
  }
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return { items, remarkMs: medianOf(remarkMs), checkMs: medianOf(checkMs), peakMegabytes };
}

function lockCollection(files: CollectionFiles): CollectionFiles {
  const lock = makeLock(readCollection(files, types), { isMinor: false, retire: [] });
  return { ...files, lock: { path: 'banks.lock.json', text: writeLock(lock) } };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

process.stdout.write(JSON.stringify(measure(Number(process.argv[2]))));
