import type { BankId } from '../../lib/quiz/ids.ts';
import type { Bank } from '../../lib/quiz/item.ts';
import type { Library } from '../../lib/server/content/library.ts';

/** The bank of this id; throws in words, with those that there are, where it is not served. */
export function requireServedBank({ banks }: Pick<Library, 'banks'>, id: string): Bank {
  const bank = banks.get(id as BankId);
  if (bank) return bank;
  const known = [...banks.keys()].join(', ');
  throw new Error(
    `No bank “${id}” is served. \`npm run bank -- check\` says why; there are: ${known}.`,
  );
}
