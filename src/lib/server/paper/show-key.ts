import { rulesFor } from '../../item-types/rules.ts';
import { isSlug } from '../../passage/source.ts';
import type { BankId, OwnerId } from '../../quiz/ids.ts';
import type { Evidence } from '../../quiz/reveal.ts';
import { answeredItems, itemKey } from '../attempts/answered-items.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { evidenceOf } from '../../item-types/reveal-item.ts';

/** The answers to a worksheet. */
export interface KeySheet {
  readonly bank: { readonly id: BankId; readonly title: string; readonly language: string };
  /** Of the questions that this browser has answered; nothing of any other. */
  readonly answers: readonly {
    /** On the worksheet, from 1. */
    readonly position: number;
    readonly stem: string;
    readonly answer: string;
    readonly evidence: readonly Evidence[];
  }[];
  /** How many questions this browser has not answered yet. */
  readonly missing: number;
}

/**
 * The key of a bank's worksheet, as far as this browser has answered its questions: a key leaves the
 * server after the answer, on paper too. Null where no such bank is served.
 */
export async function showKey(
  context: AttemptContext,
  bankId: string,
  owner: OwnerId | null,
): Promise<KeySheet | null> {
  const { library } = context;
  const bank = isSlug(bankId) ? library.banks.get(bankId as BankId) : undefined;
  if (!bank) return null;
  const answered = await answeredItems(context, owner);
  const answers = bank.items.flatMap((item, index) =>
    answered.has(itemKey(bank.id, item.id))
      ? [
          {
            position: index + 1,
            stem: item.stem,
            answer: rulesFor(item).answer(item, context.say),
            evidence: evidenceOf(library, item),
          },
        ]
      : [],
  );
  const { id, title, language } = bank;
  return { bank: { id, title, language }, answers, missing: bank.items.length - answers.length };
}
