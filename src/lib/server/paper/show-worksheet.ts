import { isSlug } from '../../passage/source.ts';
import { disclosedBy, partsOf } from '../../quiz/disclosure.ts';
import type { BankId, OwnerId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { Evidence } from '../../quiz/reveal.ts';
import type { SourceNames } from '../../quiz/source-names.ts';
import { answeredItems, itemKey } from '../attempts/answered-items.ts';
import type { AskedItem } from '../../quiz/item-page.ts';
import { askItem } from '../../item-types/asked-item.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { comparedEvidence } from '../../item-types/reveal-item.ts';

/** A question as it stands on paper. */
export interface PaperQuestion {
  /** In the bank, from 1. */
  readonly position: number;
  readonly stem: string;
  readonly compared: readonly Evidence[];
  readonly question: AskedItem;
}

/** A quiz to be answered on paper: nothing in it tells a key. */
export interface Worksheet {
  readonly bank: {
    readonly id: BankId;
    readonly title: string;
    readonly summary: string;
    readonly language: string;
  };
  /** To be handed out one after the other: passages of each answer questions of those before it. */
  readonly parts: readonly (readonly PaperQuestion[])[];
  /** Questions of later parts that this browser can't see before it has answered what they tell. */
  readonly missing: number;
  readonly sourceNames: SourceNames;
}

/** The worksheet of a bank, its draw the same for everybody; null where no such bank is served. */
export async function showWorksheet(
  context: AttemptContext,
  bankId: string,
  owner: OwnerId | null,
): Promise<Worksheet | null> {
  const { library } = context;
  const bank = isSlug(bankId) ? library.banks.get(bankId as BankId) : undefined;
  if (!bank) return null;
  const { id, title, summary, language } = bank;
  const answered = await answeredItems(context, owner);
  const isShown = (item: Item) =>
    disclosedBy(item, bank.items).every((other) => answered.has(itemKey(id, other.id)));
  const parts = partsOf(bank.items)
    .map((items) => items.filter(isShown))
    .filter((items) => items.length > 0);
  return {
    bank: { id, title, summary, language },
    parts: parts.map((items) =>
      items.map((item) => paperQuestion(context, item, bank.items.indexOf(item) + 1)),
    ),
    missing: bank.items.length - parts.flat().length,
    sourceNames: Object.fromEntries(
      bank.sources.map((source) => [source, library.sources.get(source)?.shortName ?? source]),
    ),
  };
}

function paperQuestion(
  { library, say }: AttemptContext,
  item: Item,
  position: number,
): PaperQuestion {
  return {
    position,
    stem: item.stem,
    compared: comparedEvidence(library, item),
    question: askItem(item, `worksheet/${item.id}`, say),
  };
}
