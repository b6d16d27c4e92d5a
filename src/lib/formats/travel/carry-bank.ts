import type { MessageId, Say } from '../../messages/say.ts';
import { inSentences } from './in-sentences.ts';
import type { TravelBank, TravelQuestion } from './question.ts';
import type { Loss, TravelFormat } from './travel-format.ts';

/** What becomes of a bank on its way into a format. */
export interface CarriedBank {
  /** The questions that arrive. */
  readonly bank: TravelBank;
  /** Those that stay behind, each with the reason. */
  readonly leftOut: readonly { readonly id: string; readonly why: string }[];
  /** What does not arrive as it was, and the questions that it touches. */
  readonly losses: readonly BankLoss[];
}

/** Something that does not arrive as it was, and the questions that it touches. */
export interface BankLoss {
  readonly what: MessageId;
  readonly ids: readonly string[];
}

/** Parts a bank into what a format carries and what it does not. */
export function carryBank(format: TravelFormat, bank: TravelBank): CarriedBank {
  const leftOut = bank.questions.flatMap((question) => {
    const why = whyLeftOut(format, question);
    return why === null ? [] : [{ id: question.id, why }];
  });
  const gone = new Set(leftOut.map(({ id }) => id));
  const questions = bank.questions.filter(({ id }) => !gone.has(id)).map(inSentences);
  return { bank: { ...bank, questions }, leftOut, losses: findLosses(format, questions) };
}

/** What a format loses of these questions, and of which. */
export function findLosses(
  format: TravelFormat,
  questions: readonly TravelQuestion[],
): readonly BankLoss[] {
  const touched = new Map<MessageId, string[]>();
  for (const question of questions) {
    for (const { touches, what } of lossesOf(format, question)) {
      if (touches(question)) touched.set(what, [...(touched.get(what) ?? []), question.id]);
    }
  }
  return [...touched].map(([what, ids]) => ({ what, ids }));
}

/** A bank’s file in a format, without the questions that it can’t carry. */
export function writeTravelFile(
  format: TravelFormat,
  bank: TravelBank,
  say: Say,
): Uint8Array<ArrayBuffer> {
  return format.write(carryBank(format, bank).bank, say);
}

function whyLeftOut({ carries, refuses }: TravelFormat, question: TravelQuestion): string | null {
  const carriage = carries[question.type];
  return carriage.how === 'left out' ? carriage.why : refuses(question);
}

function lossesOf({ carries, losses }: TravelFormat, { type }: TravelQuestion): readonly Loss[] {
  const carriage = carries[type];
  return carriage.how === 'degraded' ? [...carriage.losses, ...losses] : losses;
}
