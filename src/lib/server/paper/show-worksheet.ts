import { isSlug } from '../../passage/source.ts';
import { disclosedBy } from '../../quiz/disclosure.ts';
import type { BankId, OwnerId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { Evidence } from '../../quiz/reveal.ts';
import type { SourceNames } from '../../quiz/source-names.ts';
import { answeredItems, itemKey } from '../attempts/answered-items.ts';
import { askItem, type AskedItem } from '../attempts/open-item.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { comparedEvidence } from '../attempts/reveal-item.ts';

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
  readonly first: readonly PaperQuestion[];
  /** To be handed out after the first part: their passages answer questions of it. */
  readonly second: readonly PaperQuestion[];
  /** Questions of the second part that this browser can't see before it has answered the first. */
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
  const first: PaperQuestion[] = [];
  const second: PaperQuestion[] = [];
  let missing = 0;
  for (const [index, item] of bank.items.entries()) {
    const disclosed = disclosedBy(item, bank.items);
    if (disclosed.some((other) => !answered.has(itemKey(id, other.id)))) missing += 1;
    else (disclosed.length > 0 ? second : first).push(paperQuestion(context, item, index + 1));
  }
  return {
    bank: { id, title, summary, language },
    first,
    second,
    missing,
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
