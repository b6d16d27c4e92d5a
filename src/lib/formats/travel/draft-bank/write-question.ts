import type { ItemType } from '../../../quiz/item.ts';
import type { TravelForms, TravelQuestion, TravelSource } from '../question.ts';
import { heading, inline, oneLine, opening } from './bank-text.ts';
import type { Gaps } from './gaps.ts';
import { reportUnproved, type Guess } from './report-unproved.ts';
import { formWriters } from './write-form.ts';
import { sourceIdOf, writePassage } from './write-passage.ts';
import type { WrittenForm } from './written-form.ts';

/** A question as an item of a bank’s file; a draft where it lacks what proves or explains its answer. */
export interface WrittenQuestion {
  readonly text: string;
  readonly isDraft: boolean;
  /** What it lacks and what was left out, in the order of the item’s parts. */
  readonly messages: readonly string[];
}

/** What a question is written with: the id that it gets, the language of its bank, and what may prove it. */
export interface QuestionSetting {
  readonly id: string;
  readonly language: string;
  readonly guess: Guess;
}

/** A question in the format of docs/writing-a-bank.md. */
export function writeQuestion(
  question: TravelQuestion,
  { guess, id, language }: QuestionSetting,
): WrittenQuestion {
  const lost: string[] = [];
  const missing: string[] = [];
  const gaps: Gaps = {
    lose: (message) => lost.push(message),
    miss: (message) => missing.push(message),
  };
  const form = writeOwnForm(question, gaps);
  const passages = question.passages.map((each) => `> ${writePassage(each, gaps)}`);
  const explanation = writeExplanation(question, gaps);
  reportUnproved(question, gaps, guess);
  reportLost(question, language, gaps);
  if (oneLine(question.stem) === '') gaps.miss('It asks nothing: write its stem.');
  const keys = writeKeys(question, gaps);
  const isDraft = missing.length > 0;
  const head = [
    `## ${heading(question.stem)}`.trim(),
    `id: ${id}`,
    ...keys,
    ...form.keys,
    ...(isDraft ? ['draft: yes'] : []),
  ];
  const blocks = [head.join('\n'), ...form.parts, ...passages, ...explanation];
  return { text: blocks.join('\n\n'), isDraft, messages: [...missing, ...lost] };
}

function writeOwnForm(question: TravelQuestion, gaps: Gaps): WrittenForm {
  // The table pairs each type with its own writer, so a question always meets the one of its shape.
  const write = formWriters[question.type] as unknown as (
    form: TravelForms[ItemType],
    gaps: Gaps,
  ) => WrittenForm;
  return write(question, gaps);
}

function writeKeys(question: TravelQuestion, gaps: Gaps): string[] {
  const { asOf, compare, level, searched, type } = question;
  if (level === null) gaps.miss('It has no level: recall, compare or judge.');
  const takesSearched = type === 'verdict';
  if (!takesSearched && searched.length > 0) {
    gaps.lose('The sources that were searched are left out: only a verdict names them.');
  }
  return [
    ...(level === null ? [] : [`level: ${level}`]),
    ...named('compare', compare, gaps),
    ...(takesSearched ? named('searched', searched, gaps) : []),
    ...(asOf === null || oneLine(asOf) === '' ? [] : [`as-of: ${oneLine(asOf)}`]),
  ];
}

function named(key: string, sources: readonly TravelSource[], { lose }: Gaps): string[] {
  const ids = sources.flatMap((source) => sourceIdOf(source) ?? []);
  if (ids.length < sources.length) lose(`\`${key}:\` does not name every source: add their ids.`);
  return ids.length === 0 ? [] : [`${key}: ${ids.join(', ')}`];
}

function writeExplanation({ settle, why }: TravelQuestion, { miss }: Gaps): string[] {
  const paragraphs = why.map(oneLine).filter(Boolean);
  if (paragraphs.length === 0) miss('It does not explain its answer: write a paragraph `Why: …`.');
  const isSign = /^(?:Why|Settle):/;
  return [
    ...paragraphs.map((text, index) =>
      index === 0 || isSign.test(text) ? `Why: ${inline(text)}` : opening(text),
    ),
    ...(settle === null || oneLine(settle) === '' ? [] : [`Settle: ${inline(settle)}`]),
  ];
}

function reportLost(question: TravelQuestion, language: string, { lose }: Gaps): void {
  if (question.tags.length > 0) lose(`Its tags are left out: ${question.tags.join(', ')}.`);
  if (question.language === language || question.language === 'und') return;
  lose(`It is in “${question.language}”, and the bank in “${language}”: put it into another bank.`);
}
