import type { Say } from '../../../messages/say.ts';
import { decimalText } from '../decimal-text.ts';
import { categoryPath } from '../moodle/category.ts';
import type {
  MoodleAnswer,
  MoodleForm,
  MoodleNumber,
  MoodlePair,
  MoodleQuestion,
  MoodleText,
} from '../moodle/moodle-question.ts';
import { stemWithUnit } from '../moodle/to-moodle.ts';
import { htmlText } from '../question-html.ts';
import { escapeGift } from './escape.ts';

/**
 * Questions as GIFT, an empty line after each: without it Moodle takes the next question for a part
 * of the one before, and says nothing. The title is the category.
 */
export function writeGift(title: string, questions: readonly MoodleQuestion[], say: Say): string {
  const category = `$CATEGORY: ${categoryPath(title)}`;
  return [category, ...questions.map((question) => questionText(question, say)), ''].join('\n\n');
}

function questionText(question: MoodleQuestion, say: Say): string {
  const { explanation, form, idNumber, name, tags } = question;
  const labels = [
    ...(idNumber === null ? [] : [`[id:${labelText(idNumber)}]`]),
    ...tags.map((tag) => `[tag:${labelText(tag)}]`),
  ];
  const stem = stemWithUnit(question, say);
  const write: Write = (text) => formatted(text, stem.format);
  const [opening, ...answers] = answerLines(form, write);
  const general = explanation === null ? [] : [`####${write(explanation)}`];
  const lines = [...answers, ...general].map((line) => `\t${line}\n`);
  return `// ${labels.join(' ')}\n::${escapeGift(name)}::${formatted(stem, null)} {${opening ?? ''}\n${lines.join('')}}`;
}

/** An id or tag in a comment: it ends with the first bracket, whatever is put before that. */
function labelText(text: string): string {
  return text.replace(/[\]\p{Cc}]/gu, '');
}

/** Writes a text of a question, with its format where that is not the stem’s. */
type Write = (text: MoodleText) => string;

/** What stands behind the opening brace, then the answers. */
function answerLines(form: MoodleForm, write: Write): string[] {
  switch (form.qtype) {
    case 'multichoice':
      return ['', ...form.answers.map((answer) => choiceLine(answer, form.single, write))];
    case 'truefalse':
      return [trueFalseText(form, write)];
    case 'shortanswer':
      return ['', ...form.answers.map((answer) => shortLine(answer, write))];
    case 'numerical':
      return ['#', ...form.answers.map((answer) => numberLine(answer, write))];
    case 'match':
      return ['', ...form.pairs.map((pair) => pairLine(pair, write))];
    case 'ordering':
      // GIFT has no order: each entry is matched with its place.
      return [
        '',
        ...form.entries.map((left, index) => pairLine({ left, right: String(index + 1) }, write)),
      ];
  }
}

function choiceLine({ answer, feedback, percent }: MoodleAnswer, single: boolean, write: Write) {
  const isRight = single && percent === 100;
  const weight = isRight || percent === 0 ? '' : `%${percent}%`;
  return `${isRight ? '=' : '~'}${weight}${write(withoutArrow(answer))}${said(feedback, write)}`;
}

/** Behind the answer stands what is said to a wrong one, then what is said to a right one. */
function trueFalseText(form: Extract<MoodleForm, { qtype: 'truefalse' }>, write: Write): string {
  const { isTrue, whenFalse, whenTrue } = form;
  const [right, wrong] = isTrue ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  const both = right ? `#${wrong ? write(wrong) : ''}#${write(right)}` : said(wrong, write);
  return `${isTrue ? 'TRUE' : 'FALSE'}${both}`;
}

function shortLine({ answer, feedback, percent }: MoodleAnswer<string>, write: Write): string {
  const weight = percent === 100 ? '' : `%${percent}%`;
  const text = write({ format: 'plain', text: answer });
  return `=${weight}${text}${said(feedback && withoutArrow(feedback), write)}`;
}

function numberLine(
  { answer, feedback, percent }: MoodleAnswer<MoodleNumber>,
  write: Write,
): string {
  const { tolerance, value } = answer;
  const weight = percent === 100 ? '' : `%${percent}%`;
  const within = tolerance === 0 ? '' : `:${decimalText(tolerance)}`;
  return `=${weight}${decimalText(value ?? 0)}${within}${said(feedback, write)}`;
}

function pairLine({ left, right }: MoodlePair, write: Write): string {
  return `=${write(withoutArrow(left))} -> ${escapeGift(right)}`;
}

/**
 * A text in which no `->` would be taken for that of a match, as some readers do even among choices.
 * It can’t be escaped, so the text is written as HTML, where its sign has a name.
 */
function withoutArrow({ format, text }: MoodleText): MoodleText {
  if (!text.includes('->')) return { format, text };
  return {
    format: 'html',
    text: format === 'html' ? text.replaceAll('->', '-&gt;') : htmlText(text),
  };
}

function said(feedback: MoodleText | null, write: Write): string {
  return feedback === null ? '' : `#${write(feedback)}`;
}

/** A text with its format, unless that is inherited and its first sign can’t be misread. */
function formatted({ format, text }: MoodleText, inherited: MoodleText['format'] | null): string {
  const isClear = format === inherited && !/^\s*[[%]/.test(text);
  return `${isClear ? '' : `[${format}]`}${escapeGift(text)}`;
}
