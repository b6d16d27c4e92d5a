import type { Say } from '../../../messages/say.ts';
import type { ItemType } from '../../../quiz/item.ts';
import {
  explanationHtml,
  htmlText,
  paragraph,
  sourceHtml,
  stemHtml,
  travelClass,
} from '../question-html.ts';
import { tagsOf } from '../question-tags.ts';
import type { TravelOption, TravelQuestion, TravelReply, TravelSentence } from '../question.ts';
import type { MoodleAnswer, MoodleForm, MoodleQuestion, MoodleText } from './moodle-question.ts';
import { percentOf } from './percents.ts';

type FormOf<T extends ItemType> = (question: TravelQuestion<T>) => MoodleForm;

/** How each item type is asked in Moodle; a type that is missing here is a compile error. */
const forms: { readonly [T in ItemType]: FormOf<T> } = {
  'single-choice': ({ options }) => trueOrFalse(options) ?? choice(options, true),
  'multiple-response': ({ options }) => ({
    qtype: 'multichoice',
    single: false,
    shuffle: true,
    answers: shared(options, ({ text }) => plain(text)),
  }),
  verdict: ({ options }) => choice(options, false),
  numeric: ({ expectedWrong, tolerance, unit, value }) => ({
    qtype: 'numerical',
    unit,
    answers: [
      { answer: { value, tolerance }, percent: 100, feedback: null },
      ...expectedWrong.map(({ given, reply }) => ({
        answer: { value: given, tolerance: 0 },
        percent: 0,
        feedback: plain(reply),
      })),
    ],
  }),
  'text-entry': ({ expectedWrong, variants }) => ({
    qtype: 'shortanswer',
    answers: [
      ...variants.map((text) => ({ answer: literal(text), percent: 100, feedback: null })),
      ...expectedWrong.map(({ given, reply }) => ({
        answer: literal(given),
        percent: 0,
        feedback: plain(reply),
      })),
    ],
  }),
  order: ({ options, score }) => ({
    qtype: 'ordering',
    entries: options.map(({ text }) => plain(text)),
    isAllOrNothing: score === 'all',
  }),
  match: ({ pairs }) => ({
    qtype: 'match',
    pairs: pairs.map(({ left, right }) => ({ left: plain(left), right: composed(right) })),
  }),
  'evidence-select': ({ groups, pick, sentences }) => ({
    qtype: 'multichoice',
    single: pick === 1,
    shuffle: true,
    answers:
      pick === 1
        ? sentences.map((each) => ({
            answer: sentenceText(each),
            percent: groups.flat().includes(each.id) ? 100 : 0,
            feedback: feedbackOf(each),
          }))
        : shared(
            sentences.map((each) => ({ ...each, isKey: groups.flat().includes(each.id) })),
            sentenceText,
          ),
  }),
  'verdict-with-evidence': ({ options }) => choice(options, false),
};

/** Types that are asked as another one, since Moodle has no question of two parts. */
const askedAs: Partial<Record<ItemType, ItemType>> = { 'verdict-with-evidence': 'verdict' };

/** A question as Moodle asks it; what {@link whyNotInMoodle} refuses must not come here. */
export function toMoodle(question: TravelQuestion, bankId: string, say: Say): MoodleQuestion {
  // The table pairs each type with its own form, so a question always meets the one of its own shape.
  const form = (forms[question.type] as unknown as FormOf<ItemType>)(question);
  const explanation = explanationHtml(question, say);
  return {
    name: question.id,
    idNumber: `${bankId}/${question.id}`,
    stem: stemOf(question),
    explanation: explanation === '' ? null : { format: 'html', text: explanation },
    tags: tagsOf(question, askedAs[question.type] ?? question.type),
    form,
  };
}

function stemOf(question: TravelQuestion): MoodleText {
  const isPlain = question.compare.length === 0;
  return isPlain ? plain(question.stem) : { format: 'html', text: stemHtml(question) };
}

/** A numeric question’s stem with the unit named below it, for where the field can’t tell it. */
export function stemWithUnit({ form, stem }: MoodleQuestion, say: Say): MoodleText {
  if (form.qtype !== 'numerical' || form.unit === null) return stem;
  const unit = paragraph(say('item.answerIn', { unit: form.unit }), travelClass.unit);
  const html = stem.format === 'html' ? stem.text : paragraph(stem.text);
  return { format: 'html', text: `${html}${unit}` };
}

/** True and False in this order, which Moodle asks in the learner’s language. */
function trueOrFalse(options: readonly TravelOption[]): MoodleForm | null {
  const [whenTrue, whenFalse, ...more] = options;
  if (whenTrue?.text !== 'True' || whenFalse?.text !== 'False' || more.length > 0) return null;
  return {
    qtype: 'truefalse',
    isTrue: whenTrue.isKey,
    whenTrue: feedbackOf(whenTrue),
    whenFalse: feedbackOf(whenFalse),
  };
}

function choice(options: readonly TravelOption[], shuffle: boolean): MoodleForm {
  const answers = options.map((option) => ({
    answer: plain(option.text),
    percent: option.isKey ? 100 : 0,
    feedback: feedbackOf(option),
  }));
  return { qtype: 'multichoice', single: true, shuffle, answers };
}

/** Each key earns its share and each other choice takes away its own: the rule of `score: each`. */
function shared<Choice extends TravelReply & { readonly isKey: boolean }>(
  choices: readonly Choice[],
  textOf: (choice: Choice) => MoodleText,
): MoodleAnswer[] {
  const keys = choices.filter(({ isKey }) => isKey).length;
  const shares = { key: percentOf(keys) ?? 0, other: percentOf(choices.length - keys) ?? 0 };
  return choices.map((each) => ({
    answer: textOf(each),
    percent: each.isKey ? shares.key : -shares.other,
    feedback: feedbackOf(each),
  }));
}

function sentenceText({ passage }: Pick<TravelSentence, 'passage'>): MoodleText {
  const text = `<span class="${travelClass.passage}">${htmlText(passage.exact)}</span> (${sourceHtml(passage.source)})`;
  return { format: 'html', text };
}

function feedbackOf({ reply }: TravelReply): MoodleText | null {
  return reply === null ? null : plain(reply);
}

function plain(text: string): MoodleText {
  return { format: 'plain', text: composed(text) };
}

function composed(text: string): string {
  return text.normalize('NFC');
}

/** A short answer in which a star is a star. */
function literal(text: string): string {
  return composed(text).replaceAll('*', '\\*');
}
