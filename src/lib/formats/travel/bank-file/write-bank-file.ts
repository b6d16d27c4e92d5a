import type { TravelPassage, TravelQuestion } from '../question.ts';
import { comment, escapeHeading, escapeLine, escapeMarkdown } from './escape-markdown.ts';
import { writeForm, writeQuotation } from './write-form.ts';

/** A question on its way into a bank’s file. */
export interface QuestionToWrite {
  readonly question: TravelQuestion;
  /** Where it came from, which makes it a draft; null for one that is as good as written here. */
  readonly draftFrom: string | null;
  /** What its author should know of it; each becomes a comment. */
  readonly notes: readonly string[];
}

/** The head of a bank’s file. */
export interface BankHead {
  readonly title: string;
  readonly summary: string;
  readonly language: string;
}

/** A bank’s file, as docs/writing-a-bank.md describes it. */
export function writeBankFile(head: BankHead, questions: readonly QuestionToWrite[]): string {
  const sources = new Set(questions.flatMap(({ question }) => sourcesOf(question)));
  const front = [
    '---',
    `title: ${JSON.stringify(head.title)}`,
    `summary: ${JSON.stringify(head.summary)}`,
    `language: ${head.language}`,
    `sources: [${[...sources].join(', ')}]`,
    '---',
  ];
  return `${[front.join('\n'), ...questions.map(writeItem)].join('\n\n')}\n`;
}

function sourcesOf(question: TravelQuestion): string[] {
  const picked = 'sentences' in question ? question.sentences : [];
  const passages = [...question.passages, ...picked.map(({ passage }) => passage)];
  const named = [...passages.map(({ source }) => source), ...question.searched];
  return named.flatMap(({ id }) => id ?? []);
}

function writeItem({ draftFrom, notes, question }: QuestionToWrite): string {
  const form = writeForm(question);
  const names = (sources: TravelQuestion['compare']) => sources.flatMap(({ id }) => id ?? []);
  const lists = { searched: names(question.searched), compare: names(question.compare) };
  const keys = [
    `id: ${question.id}`,
    ...(question.level === null ? [] : [`level: ${question.level}`]),
    ...form.keys,
    ...Object.entries(lists).flatMap(([key, ids]) =>
      ids.length > 0 ? [`${key}: ${ids.join(', ')}`] : [],
    ),
    ...(question.asOf === null ? [] : [`as-of: ${question.asOf}`]),
    ...(draftFrom === null ? [] : [`draft: ${draftFrom}`]),
  ];
  const remarks = [
    ...notes,
    ...form.notes,
    ...(question.tags.length > 0 ? [`Tags: ${question.tags.join(', ')}`] : []),
  ];
  return [
    `## ${escapeHeading(question.stem)}\n${keys.join('\n')}`,
    ...remarks.map(comment),
    ...form.blocks,
    ...question.passages.map(passageBlock),
    ...(needsPassage(question)
      ? [comment('To be found: the sentence that shows the answer.')]
      : []),
    ...whyBlocks(question.why),
    ...(question.settle === null ? [] : [`Settle: ${escapeMarkdown(question.settle)}`]),
  ].join('\n\n');
}

function needsPassage(question: TravelQuestion): boolean {
  return question.passages.length === 0 && !('sentences' in question);
}

function passageBlock(passage: TravelPassage): string {
  const quoted = writeQuotation(passage);
  if (quoted !== null) return `> ${quoted}${passage.near ? ' #near' : ''}`;
  return comment(
    `Quoted from ${passage.source.attribution || 'an unnamed source'}: ${passage.exact}`,
  );
}

/** Paragraphs of which none but the first begins as if it were a part of its own. */
function whyBlocks(why: readonly string[]): string[] {
  const paragraphs: string[] = [];
  for (const text of why) {
    const last = paragraphs.pop();
    if (last === undefined) paragraphs.push(text);
    else if (/^(?:Why|Settle):/.test(text)) paragraphs.push(`${last} ${text}`);
    else paragraphs.push(last, text);
  }
  return paragraphs.map((text, index) =>
    index === 0 ? `Why: ${escapeMarkdown(text)}` : escapeLine(text),
  );
}
