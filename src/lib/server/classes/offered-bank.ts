import { isSlug } from '../../passage/source.ts';
import type { BankId, ItemId } from '../../quiz/ids.ts';
import type { AttemptContext } from '../attempts/context.ts';

/** A quiz as an instructor chooses from it: stems, and nothing that tells an answer. */
export interface OfferedBank {
  readonly id: BankId;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly items: readonly { readonly id: ItemId; readonly stem: string }[];
}

/** One quiz; null where none of this name is served. */
export function offerBank(
  context: Pick<AttemptContext, 'library'>,
  bankId: string,
): OfferedBank | null {
  if (!isSlug(bankId)) return null;
  return offerBanks(context).find(({ id }) => id === bankId) ?? null;
}

/** Every quiz that is served. */
export function offerBanks({ library }: Pick<AttemptContext, 'library'>): OfferedBank[] {
  return [...library.banks.values()].map(({ id, title, summary, language, items }) => ({
    id,
    title,
    summary,
    language,
    items: items.map((item) => ({ id: item.id, stem: item.stem })),
  }));
}
