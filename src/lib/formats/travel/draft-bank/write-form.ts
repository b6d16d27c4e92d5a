import type { ItemType } from '../../../quiz/item.ts';
import type { TravelForms, TravelOption, TravelPair } from '../question.ts';
import { inline, oneLine, opening } from './bank-text.ts';
import type { Gaps } from './gaps.ts';
import { writeNumber } from './write-number.ts';
import { writePicking } from './write-picking.ts';
import { replyBelow, trapOf, wrongLines } from './write-reply.ts';
import type { WrittenForm } from './written-form.ts';

type Writer<T extends ItemType> = (form: TravelForms[T], gaps: Gaps) => WrittenForm;

/** Every item type’s own part; a type that is missing here is a compile error that names it. */
export const formWriters: { readonly [T in ItemType]: Writer<T> } = {
  'single-choice': ({ options }, gaps) => {
    const keys = options.filter(({ isKey }) => isKey).length;
    if (keys !== 1 || options.length < 2) gaps.miss('It needs two options, one of them right.');
    const signed = ({ isKey }: TravelOption) => `- (${isKey ? 'x' : ' '}) `;
    return { keys: [], parts: [choices(options, signed, gaps)] };
  },
  'multiple-response': ({ options, score }, gaps) => {
    const keys = options.filter(({ isKey }) => isKey).length;
    if (keys === 0 || keys === options.length) gaps.miss('It needs right options and wrong ones.');
    const signed = ({ isKey }: TravelOption) => `- [${isKey ? 'x' : ' '}] `;
    return { keys: scored(score), parts: [choices(options, signed, gaps)] };
  },
  verdict: writeVerdict,
  numeric: ({ expectedWrong, ...form }, gaps) => ({
    keys: [],
    parts: [writeNumber(form, gaps), ...wrongLines(expectedWrong, String, gaps)],
  }),
  'text-entry': ({ expectedWrong, variants }, gaps) => {
    const answer = variantsIn(variants, gaps);
    const looksLikeNumber = /^[+\-−–]?\d/.test(answer);
    return {
      keys: looksLikeNumber ? ['type: text'] : [],
      parts: [`= ${inline(answer)}`, ...wrongLines(expectedWrong, oneLine, gaps)],
    };
  },
  order: ({ options, score }, gaps) => {
    if (options.length < 2) gaps.miss('It needs two entries to be put in order.');
    const numbered = (_option: TravelOption, index: number) => `${index + 1}. `;
    return { keys: scored(score), parts: [choices(options, numbered, gaps, opening)] };
  },
  match: ({ pairs, score }, gaps) => {
    if (pairs.length < 2) gaps.miss('It needs two pairs.');
    return { keys: scored(score), parts: [pairs.map((pair) => writePair(pair, gaps)).join('\n')] };
  },
  'evidence-select': writePicking,
  'verdict-with-evidence': (form, gaps) => {
    const verdict = writeVerdict(form, gaps);
    const picking = writePicking(form, gaps);
    const isConflict = form.options.some(({ id, isKey }) => isKey && id === 'conflicting');
    if (isConflict && form.groups.some(({ length }) => length < 2)) {
      gaps.miss('Both sentences that disagree belong into one proof, which may be picked whole.');
    }
    return {
      keys: [...verdict.keys, ...picking.keys],
      parts: [...verdict.parts, ...picking.parts],
    };
  },
};

function scored(score: 'all' | 'each'): string[] {
  return score === 'each' ? ['score: each'] : [];
}

function choices(
  options: readonly TravelOption[],
  signOf: (option: TravelOption, index: number) => string,
  gaps: Gaps,
  write: (text: string) => string = inline,
): string {
  return options
    .map((option, index) => {
      if (oneLine(option.text) === '') gaps.miss('One of its options has no text.');
      const sign = signOf(option, index);
      const reply = replyBelow(option, ' '.repeat(/^\S+ /.exec(sign)?.[0].length ?? 2));
      return `${sign}${write(option.text)}${trapOf(option, gaps)}${reply}`;
    })
    .join('\n');
}

function writePair({ left, right, ...reply }: TravelPair, gaps: Gaps): string {
  const [one, other] = [left, right].map((text) => {
    const plain = oneLine(text).replace(/(?<=^|\s)::(?=\s|$)/g, ':');
    if (plain !== oneLine(text)) gaps.lose(`“::” in “${plain}” has become “:”: it parts pairs.`);
    if (plain === '') gaps.miss('One side of a pair has no text.');
    return plain;
  }) as [string, string];
  return `- ${opening(one)} :: ${inline(other)}${trapOf(reply, gaps)}${replyBelow(reply, '  ')}`;
}

function writeVerdict({ options }: TravelForms['verdict'], gaps: Gaps): WrittenForm {
  const key = options.find(({ isKey }) => isKey);
  if (!key) gaps.miss('None of its verdicts is marked as right.');
  if (key && (key.reply !== null || key.trap !== null)) {
    gaps.lose('The reply to the right verdict is left out.');
  }
  const wrong = options
    .filter((option) => option !== key && (option.reply !== null || option.trap !== null))
    .map(({ id, reply, trap }) => ({ given: inWords(id), reply: reply ?? '', trap }));
  return {
    keys: key ? [`verdict: ${inWords(key.id)}`] : [],
    parts: wrongLines(wrong, oneLine, gaps),
  };
}

function inWords(label: string): string {
  return label.replaceAll('-', ' ');
}

function variantsIn(variants: readonly string[], { lose, miss }: Gaps): string {
  const texts = variants.map(oneLine).filter(Boolean);
  const plain = texts.filter((text) => !text.includes('|'));
  for (const text of texts.filter((each) => !plain.includes(each))) {
    lose(`The answer “${text}” is left out: | parts one variant from another.`);
  }
  if (plain.length === 0) miss('No text is left that would be right.');
  return plain.join(' | ');
}
