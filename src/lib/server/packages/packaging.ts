import type { Edition } from '../../formats/package-content.ts';
import type { Say } from '../../messages/say.ts';
import type { MessageId } from '../../messages/say.ts';
import type { BankFormat } from '../../quiz/course-kind.ts';
import type { DeliveryOptions } from '../../quiz/delivery-options.ts';
import type { BankId } from '../../quiz/ids.ts';
import type { Library } from '../content/library.ts';
import { readPlayerParts, type PlayerParts } from '../content/player-parts.ts';
import { bankLosses } from './bank-file.ts';
import { editedBank } from './course.ts';
import {
  makePackage,
  type PackageContext,
  type PackageResult,
  type PackageWish,
} from './make-package.ts';
import { packageKinds } from './package-kinds.ts';
import type { PackagePolicy } from './package-policy.ts';

let parts: Promise<PlayerParts | null> | null = null;

/** What the build made, read once; a build that comes later is found. */
async function builtParts(): Promise<PlayerParts | null> {
  parts ??= readPlayerParts();
  const read = await parts.catch(() => null);
  if (read === null) parts = null;
  return read;
}

/** Something that does not arrive in another system as it is here. */
interface Lost {
  readonly what: MessageId;
  readonly questions: number;
}

/** Binds packages to one library; `policy`: whether they are handed out. */
export function makePackaging(
  { library, say }: { readonly library: Library; readonly say: Say },
  policy: PackagePolicy = 'open',
) {
  return {
    /** False where this server hands out none, since they carry the key. */
    isOpen: policy === 'open',
    /** The kinds that there are, by the names of their addresses. */
    kinds: Object.keys(packageKinds),
    /** Which edition of a bank would be handed out now; null where none is. */
    edition: (bankId: BankId): Edition | null => {
      const bank = library.banks.get(bankId);
      return policy === 'open' && bank ? editedBank(library, bank).edition : null;
    },
    /** What a file for another system does not carry of a bank’s chosen items, and of how many. */
    losses: (bankId: BankId, kind: BankFormat, options: DeliveryOptions): Lost[] => {
      const bank = library.banks.get(bankId);
      if (!bank || policy === 'off') return [];
      const losses = bankLosses({ ...editedBank(library, bank), options, say }, kind);
      return losses.map(({ ids, what }) => ({ what, questions: ids.length }));
    },
    make: async (
      wish: PackageWish,
      { origin, tongueOf }: Pick<PackageContext, 'origin' | 'tongueOf'>,
    ): Promise<PackageResult> =>
      policy === 'open'
        ? makePackage({ library, say, player: builtParts, origin, tongueOf }, wish)
        : { kind: 'unknown', faults: [say('package.off')] },
  };
}
