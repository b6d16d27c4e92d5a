import type {
  MoodleAnswer,
  MoodleForm,
  MoodleNumber,
  MoodleText,
} from '../moodle/moodle-question.ts';
import { showEscapes } from './escape.ts';

/** What answers are read with. */
interface AnswerReading {
  /** A text in the stem’s format, unless it names another. */
  readonly read: (written: string) => MoodleText;
  readonly note: (message: string) => void;
}

/** What stands between the braces, its escapes hidden. Null where nothing can be answered. */
export function readAnswers(written: string, reading: AnswerReading): MoodleForm | null {
  if (written === '') {
    reading.note('An essay is left out: nothing here could mark it.');
    return null;
  }
  if (written.startsWith('>')) return orderIn(written, reading);
  if (written.startsWith('#')) return numbersIn(written.slice(1), reading);
  if (written.includes('~')) return choicesIn(written, reading);
  if (written.includes('=') && written.includes('->')) return pairsIn(written, reading);
  return trueFalseIn(written, reading) ?? textsIn(written, reading);
}

function choicesIn(written: string, { read }: AnswerReading): MoodleForm {
  const single = written.includes('=');
  const answers = written
    .split(/(?=[=~])/)
    .map((entry) => entry.trim())
    // What stands before the first sign is a wrong answer, as in Moodle.
    .map((entry) => (/^[=~]/.test(entry) ? entry : `~${entry}`))
    .filter((entry) => /^[=~]\s*\S/.test(entry))
    .map((entry): MoodleAnswer => {
      const { body, percent } = takeWeight(entry.slice(1), entry.startsWith('=') ? 100 : 0);
      const [answer, feedback] = takeFeedback(body);
      return { answer: read(answer), percent, feedback: said(feedback, read) };
    });
  return { qtype: 'multichoice', single, shuffle: true, answers };
}

function pairsIn(written: string, { note, read }: AnswerReading): MoodleForm {
  const entries = written
    .split('=')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const pairs = entries.flatMap((entry) => {
    const at = entry.indexOf('->');
    const left = entry.slice(0, Math.max(at, 0)).trim();
    const right = showEscapes(entry.slice(at === -1 ? 0 : at + 2))
      .replace(/\s+/g, ' ')
      .trim();
    if (at !== -1 && left !== '') return [{ left: read(left), right }];
    note(`“${right}” has no partner; it is left out.`);
    return [];
  });
  return { qtype: 'match', pairs };
}

const truths: Readonly<Record<string, boolean>> = { T: true, TRUE: true, F: false, FALSE: false };

function trueFalseIn(written: string, { read }: AnswerReading): MoodleForm | null {
  const [word = '', wrong = '', ...right] = written.split('#').map((part) => part.trim());
  const isTrue = truths[word];
  if (isTrue === undefined) return null;
  const [whenRight, whenWrong] = [said(right.join('#'), read), said(wrong, read)];
  return isTrue
    ? { qtype: 'truefalse', isTrue, whenTrue: whenRight, whenFalse: whenWrong }
    : { qtype: 'truefalse', isTrue, whenTrue: whenWrong, whenFalse: whenRight };
}

function textsIn(written: string, { read }: AnswerReading): MoodleForm {
  const entries = written
    .split('=')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const answers = entries.map((entry): MoodleAnswer<string> => {
    const { body, percent } = takeWeight(entry, 100);
    const [answer, feedback] = takeFeedback(body);
    return { answer: read(answer).text, percent, feedback: said(feedback, read) };
  });
  return { qtype: 'shortanswer', answers };
}

function numbersIn(written: string, { note, read }: AnswerReading): MoodleForm | null {
  const entries = written
    .split(/(?=[=~])/)
    .map((entry) => entry.trim())
    .filter(Boolean);
  const answers = entries.flatMap((entry): MoodleAnswer<MoodleNumber>[] => {
    const isWrong = entry.startsWith('~');
    const { body, percent } = takeWeight(entry.replace(/^[=~]/, ''), isWrong ? 0 : 100);
    const [text, feedback] = takeFeedback(body);
    const answer = numberIn(text.trim());
    if (answer) return [{ answer, percent, feedback: said(feedback, read) }];
    note(`“${showEscapes(text.trim())}” is no number; it is left out.`);
    return [];
  });
  return answers.length === 0 ? null : { qtype: 'numerical', answers, unit: null };
}

/** `5.3:0.05`, `5.25..5.35`, `5.3`, or `*` (as is nothing) for any number. */
function numberIn(text: string): MoodleNumber | null {
  if (text === '' || text === '*') return { value: null, tolerance: 0 };
  const range = /^(.+)\.\.(.+)$/.exec(text);
  if (range) {
    const [least, most] = [Number(range[1]), Number(range[2])];
    const tolerance = settled(Math.abs(most - least) / 2);
    return finite({ value: settled((least + most) / 2), tolerance });
  }
  const [value = '', tolerance = '0'] = text.split(':');
  return value.trim() === ''
    ? null
    : finite({ value: Number(value), tolerance: Math.abs(Number(tolerance)) });
}

function finite(number: { value: number; tolerance: number }): MoodleNumber | null {
  return Number.isFinite(number.value) && Number.isFinite(number.tolerance) ? number : null;
}

/** Binary dust swept off. */
function settled(number: number): number {
  return Number(number.toPrecision(12));
}

/** Moodle’s own order: `>` count, options in capitals, then an entry a line. */
function orderIn(written: string, { note, read }: AnswerReading): MoodleForm | null {
  const [head = '', ...lines] = written.split('\n').map((line) => line.trim());
  const entries = lines.filter(Boolean).map(read);
  if (!/^>\s*\d+[\w\s]*$/.test(head) || entries.length < 2) {
    note('Its order can’t be read. Write each entry on a line of its own.');
    return null;
  }
  return { qtype: 'ordering', entries, isAllOrNothing: head.includes('ALL_OR_NOTHING') };
}

function takeWeight(text: string, otherwise: number): { body: string; percent: number } {
  const [whole = '', number] = /^\s*%(-?\d{1,3}(?:\.\d*)?)%/.exec(text) ?? [];
  return {
    body: text.slice(whole.length),
    percent: number === undefined ? otherwise : Number(number),
  };
}

function takeFeedback(text: string): readonly [string, string] {
  const at = text.indexOf('#');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function said(feedback: string, read: (written: string) => MoodleText): MoodleText | null {
  return feedback.trim() === '' ? null : read(feedback);
}
