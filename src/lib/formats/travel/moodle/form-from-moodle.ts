import { optionIdAt } from '../../../quiz/ids.ts';
import type { ItemType, ScoreRule } from '../../../quiz/item.ts';
import { verdictLabels } from '../../../quiz/verdict-label.ts';
import { readHtml } from '../html-blocks.ts';
import { travelClass } from '../question-html.ts';
import type { ToldByTags } from '../question-tags.ts';
import type {
  TravelForms,
  TravelOption,
  TravelPassage,
  TravelSentence,
  TravelWrong,
} from '../question.ts';
import { readSource } from '../read-explanation.ts';
import type { MoodleAnswer, MoodleForm, MoodleNumber, MoodleText } from './moodle-question.ts';
import { isShare } from './percents.ts';

/** A form with its type; what the type needs beyond it stands in the base. */
export type ReadForm = {
  [T in ItemType]: { readonly type: T } & TravelForms[T];
}[ItemType];

/** What a question’s form is read with. */
export interface FormReading {
  readonly told: ToldByTags;
  /** The evidence in the explanation: sentences to pick find their marks there. */
  readonly passages: readonly TravelPassage[];
  /** A text in one plain line; what of it has no place there is noted. */
  readonly plain: (text: MoodleText) => string;
  /** Notes what is not taken over as it was. */
  readonly note: (message: string) => void;
}

type Form<Q extends MoodleForm['qtype']> = Extract<MoodleForm, { readonly qtype: Q }>;

const readers: {
  readonly [Q in MoodleForm['qtype']]: (form: Form<Q>, reading: FormReading) => ReadForm | null;
} = {
  multichoice: choiceOf,
  truefalse: ({ isTrue, whenFalse, whenTrue }, reading) => ({
    type: 'single-choice',
    options: [
      option(0, 'True', isTrue, replyOf(whenTrue, reading)),
      option(1, 'False', !isTrue, replyOf(whenFalse, reading)),
    ],
  }),
  shortanswer: textOf,
  numerical: numberOf,
  match: ({ pairs }, reading) => ({
    type: 'match',
    pairs: pairs.map(({ left, right }, index) => ({
      id: optionIdAt(index),
      left: reading.plain(left),
      right: reading.plain({ format: 'plain', text: right }),
      reply: null,
      trap: null,
    })),
    score: reading.told.score ?? 'each',
  }),
  ordering: ({ entries, isAllOrNothing }, reading) => ({
    type: 'order',
    options: entries.map((text, index) => option(index, reading.plain(text), true, null)),
    score: reading.told.score ?? (isAllOrNothing ? 'all' : 'each'),
  }),
};

/** How a question of Moodle’s is answered here; null where it has no answer. */
export function formOf(form: MoodleForm, reading: FormReading): ReadForm | null {
  // The table pairs each question type with its own reader.
  const read = readers[form.qtype] as (form: MoodleForm, reading: FormReading) => ReadForm | null;
  return read(form, reading);
}

function option(index: number, text: string, isKey: boolean, reply: string | null): TravelOption {
  return { id: optionIdAt(index), text, isKey, reply, trap: null };
}

function replyOf(text: MoodleText | null, { plain }: FormReading): string | null {
  return text === null ? null : plain(text) || null;
}

function choiceOf(form: Form<'multichoice'>, reading: FormReading): ReadForm | null {
  const { answers, single } = form;
  const { told } = reading;
  if (answers.length === 0) return null;
  if (told.type === 'evidence-select') {
    const picking = pickingOf(form, reading);
    if (picking) return picking;
  }
  const options = answers.map((answer, index) =>
    option(
      index,
      reading.plain(answer.answer),
      isKey(answer, single),
      replyOf(answer.feedback, reading),
    ),
  );
  if (told.type === 'verdict' && options.length === verdictLabels.length) {
    const named = options.map((each, index) => ({ ...each, id: verdictLabels[index] ?? each.id }));
    return { type: 'verdict', options: named };
  }
  if (!form.shuffle) {
    reading.note(
      'Its choices stood in a fixed order there. Here they are shuffled: let none speak of another’s place.',
    );
  }
  notePartMarks(form, reading);
  if (single) return { type: 'single-choice', options };
  return { type: 'multiple-response', options, score: told.score ?? scoreOf(form, reading) };
}

function isKey({ percent }: { readonly percent: number }, single: boolean): boolean {
  return single ? percent >= 99.99 : percent > 0;
}

function notePartMarks({ answers, single }: Form<'multichoice'>, reading: FormReading): void {
  if (!single) return;
  for (const { answer, percent } of answers) {
    if (percent === 0 || percent >= 99.99) continue;
    reading.note(`“${reading.plain(answer)}” earned ${percent} % there; here it is wrong.`);
  }
}

function scoreOf({ answers }: Form<'multichoice'>, reading: FormReading): ScoreRule {
  const keys = answers.filter(({ percent }) => percent > 0);
  const others = answers.filter(({ percent }) => percent <= 0);
  const isEven =
    keys.every(({ percent }) => isShare(percent, keys.length)) &&
    others.every(({ percent }) => isShare(percent, others.length));
  if (!isEven) {
    reading.note(
      'The choices earned or cost other shares there; here each right one earns the same, and each wrong one costs the same.',
    );
  }
  return 'each';
}

function pickingOf(
  { answers, single }: Form<'multichoice'>,
  reading: FormReading,
): ReadForm | null {
  const sentences = answers.map(({ answer, feedback }, index): TravelSentence | null => {
    const passage = sentenceIn(answer, reading);
    const reply = replyOf(feedback, reading);
    return passage && { id: optionIdAt(index), passage, reply, trap: null };
  });
  const found = sentences.flatMap((sentence) => sentence ?? []);
  if (found.length < answers.length) return null;
  const keys = answers.flatMap((answer, index) =>
    isKey(answer, single) ? [optionIdAt(index)] : [],
  );
  const pick = single ? 1 : (reading.told.pick ?? keys.length);
  const groups = single ? keys.map((key) => [key]) : [keys];
  return { type: 'evidence-select', sentences: found, pick, groups };
}

/** The quotation that an answer is; its marks stand in the explanation, where it proves something. */
function sentenceIn(answer: MoodleText, { passages }: FormReading): TravelPassage | null {
  const pieces = readHtml(answer.text).blocks.flatMap((block) => block.pieces);
  const words = pieces.find(({ classes }) => classes.includes(travelClass.passage));
  const named = pieces.find(({ classes }) => classes.includes(travelClass.source));
  if (!words || !named) return null;
  const proof = passages.find(({ exact }) => exact === words.text);
  const marks = proof?.marks ?? [];
  return { source: readSource(named), exact: words.text, marks, near: false };
}

function textOf({ answers }: Form<'shortanswer'>, reading: FormReading): ReadForm | null {
  const variants: string[] = [];
  const expectedWrong: TravelWrong<string>[] = [];
  for (const { answer, feedback, percent } of answers) {
    const given = reading.plain({ format: 'plain', text: answer.replaceAll('\\*', '\uE000') });
    const text = given.replaceAll('\uE000', '*');
    const reply = replyOf(feedback, reading);
    if (given.includes('*')) noteWildcard(text, reply, reading);
    else if (percent >= 99.99) {
      variants.push(text);
      noteReplyToRight(reply, reading);
    } else if (percent > 0) reading.note(`“${text}” earned ${percent} % there; it is left out.`);
    else if (reply === null)
      reading.note(`The wrong answer “${text}” has no reply; it is left out.`);
    else expectedWrong.push({ given: text, reply, trap: null });
  }
  return variants.length === 0 ? null : { type: 'text-entry', variants, expectedWrong };
}

/** An answer that is typed and right is explained, and not replied to. */
function noteReplyToRight(reply: string | null, { note }: FormReading): void {
  if (reply !== null) note(`The reply to the right answer is left out: “${reply}”`);
}

function noteWildcard(text: string, reply: string | null, { note }: FormReading): void {
  if (text !== '*')
    note(`“${text}” stood for several texts; it is left out. Write each that counts.`);
  else if (reply !== null) note(`The reply to any other answer is left out: “${reply}”`);
}

function numberOf({ answers, unit }: Form<'numerical'>, reading: FormReading): ReadForm | null {
  const right = answers.filter(({ answer, percent }) => percent >= 99.99 && answer.value !== null);
  const [first, ...others] = right;
  if (!first || first.answer.value === null) return null;
  for (const { answer } of others) reading.note(`${answer.value} was right too; it is left out.`);
  for (const { feedback } of right) noteReplyToRight(replyOf(feedback, reading), reading);
  const { tolerance, value } = first.answer;
  const expectedWrong = answers.flatMap((each) => expectedNumber(each, reading) ?? []);
  return { type: 'numeric', value, tolerance, unit: unit ?? reading.told.unit, expectedWrong };
}

function expectedNumber(
  { answer, feedback, percent }: MoodleAnswer<MoodleNumber>,
  reading: FormReading,
): TravelWrong<number> | null {
  if (percent >= 99.99 && answer.value !== null) return null;
  const reply = replyOf(feedback, reading);
  if (answer.value === null) {
    if (reply !== null) reading.note(`The reply to any other answer is left out: “${reply}”`);
    return null;
  }
  if (percent > 0) reading.note(`${answer.value} earned ${percent} % there; here it is wrong.`);
  if (reply !== null) {
    if (answer.tolerance > 0) {
      reading.note(
        `The reply to ${answer.value} was given within ${answer.tolerance} of it; here it is given to this number alone.`,
      );
    }
    return { given: answer.value, reply, trap: null };
  }
  if (percent <= 0) reading.note(`The wrong answer ${answer.value} has no reply; it is left out.`);
  return null;
}
