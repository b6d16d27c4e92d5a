import { childOf, childrenOf, textIn, type XmlElement } from '../../xml-tree.ts';
import type {
  MoodleAnswer,
  MoodleForm,
  MoodleNumber,
  MoodleText,
} from '../moodle/moodle-question.ts';
import type { MoodleFormat } from '../moodle/moodle-text.ts';
import { formattedText } from './formatted-text.ts';

/** What a question’s own part is read with. */
interface FormReading {
  /** The stem’s format, which other texts inherit. */
  readonly format: MoodleFormat;
  readonly note: (message: string) => void;
}

type Reader = (element: XmlElement, reading: FormReading) => MoodleForm | null;

/** By Moodle’s names of its question types in its files. */
const readers: Readonly<Record<string, Reader>> = {
  multichoice: (element, { format }) => ({
    qtype: 'multichoice',
    single: isYes(element, 'single', true),
    shuffle: isYes(element, 'shuffleanswers', true),
    answers: childrenOf(element, 'answer').map((answer) => ({
      answer: formattedText(answer, format).value,
      ...earned(answer, format),
    })),
  }),
  truefalse: readTruth,
  shortanswer(element, { format, note }) {
    if (isYes(element, 'usecase', false)) note('There capitals counted; here they don’t.');
    const answers = childrenOf(element, 'answer').map((answer) => ({
      answer: wordsIn(answer),
      ...earned(answer, format),
    }));
    return { qtype: 'shortanswer', answers };
  },
  numerical: readNumerical,
  matching: readMatching,
  ordering(element, { format }) {
    const answers = childrenOf(element, 'answer').toSorted(
      (one, other) => placeOf(one) - placeOf(other),
    );
    const grading = textIn(childOf(element, 'gradingtype')).trim();
    return {
      qtype: 'ordering',
      entries: answers.map((answer) => formattedText(answer, format).value),
      isAllOrNothing: grading === 'ALL_OR_NOTHING' || grading === '-1',
    };
  },
};

/** Types that have no answer of their own, or one that only people can mark. */
const passedOver: Readonly<Record<string, string>> = {
  description: 'A description is left out: nothing of it could be answered.',
  essay: 'An essay is left out: nothing here could mark it.',
  cloze: 'A text with several gaps (cloze) is left out. Write a question for each gap.',
  multianswer: 'A text with several gaps (cloze) is left out. Write a question for each gap.',
};

/** Reads a question’s own part; a type that is not taken over is noted by its name. */
export function readForm(element: XmlElement, reading: FormReading): MoodleForm | null {
  const type = element.attributes.get('type') ?? '';
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (read) return read(element, reading);
  reading.note(
    passedOver[type] ?? `A question of the type “${type}” is left out: there is none like it here.`,
  );
  return null;
}

function isYes(element: XmlElement, name: string, otherwise: boolean): boolean {
  const written = textIn(childOf(element, name)).trim().toLowerCase();
  return written === '' ? otherwise : written !== 'false' && written !== '0';
}

/** A plain text, in `<text>` or, as in old files, right in the element. */
function wordsIn(element: XmlElement | undefined): string {
  const text = childOf(element, 'text');
  return textIn(text ?? element).trim();
}

function earned(answer: XmlElement, format: MoodleFormat): Omit<MoodleAnswer, 'answer'> {
  const written = answer.attributes.get('fraction') ?? textIn(childOf(answer, 'fraction'));
  const percent = Number(written);
  const feedback = feedbackIn(answer, format);
  return { percent: Number.isFinite(percent) ? percent : 0, feedback };
}

function feedbackIn(answer: XmlElement, format: MoodleFormat): MoodleText | null {
  const { value } = formattedText(childOf(answer, 'feedback'), format);
  return value.text === '' ? null : value;
}

/** Old files say the two in the site’s language, true first. */
function readTruth(element: XmlElement, { format }: FormReading): MoodleForm | null {
  const answers = childrenOf(element, 'answer');
  const [first, second] = answers;
  const whenTrue = answers.find((answer) => wordsIn(answer) === 'true') ?? first;
  const whenFalse = answers.find((answer) => wordsIn(answer) === 'false') ?? second;
  if (!whenTrue || !whenFalse || whenTrue === whenFalse) return null;
  return {
    qtype: 'truefalse',
    isTrue: earned(whenTrue, format).percent > earned(whenFalse, format).percent,
    whenTrue: feedbackIn(whenTrue, format),
    whenFalse: feedbackIn(whenFalse, format),
  };
}

function readNumerical(element: XmlElement, { format, note }: FormReading): MoodleForm | null {
  const answers = childrenOf(element, 'answer').flatMap((answer): MoodleAnswer<MoodleNumber>[] => {
    const words = wordsIn(answer);
    const isAny = words === '*' || words === '';
    const value = isAny ? null : Number(words);
    const tolerance = Number(textIn(childOf(answer, 'tolerance')).trim() || '0');
    if (value === null || Number.isFinite(value + tolerance)) {
      return [{ answer: { value, tolerance: Math.abs(tolerance) }, ...earned(answer, format) }];
    }
    note(`“${words}” is no number; it is left out.`);
    return [];
  });
  const units = childrenOf(childOf(element, 'units'), 'unit');
  const [unit = null, ...others] = units.map((each) => textIn(childOf(each, 'unit_name')).trim());
  if (others.length > 0) note(`Left out: the other units, ${others.join(', ')}.`);
  return answers.length === 0 ? null : { qtype: 'numerical', answers, unit };
}

function readMatching(element: XmlElement, { format, note }: FormReading): MoodleForm {
  const pairs = childrenOf(element, 'subquestion').flatMap((pair) => {
    const left = formattedText(pair, format).value;
    const right = wordsIn(childOf(pair, 'answer'));
    if (left.text !== '') return [{ left, right }];
    note(`“${right}” has no partner; it is left out.`);
    return [];
  });
  return { qtype: 'match', pairs };
}

function placeOf(answer: XmlElement): number {
  return Number(answer.attributes.get('fraction') ?? '0');
}
