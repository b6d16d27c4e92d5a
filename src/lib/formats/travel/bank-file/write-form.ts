import type { ItemType } from '../../../quiz/item.ts';
import { decimalText } from '../decimal-text.ts';
import type {
  TravelOption,
  TravelPassage,
  TravelPicking,
  TravelQuestion,
  TravelReply,
  TravelWrong,
} from '../question.ts';
import { segmentsOf } from '../../../passage/segments.ts';
import { escapeLine, escapeMarkdown } from './escape-markdown.ts';

/** A question’s own part as a bank’s file writes it. */
export interface WrittenForm {
  /** `key: value` lines. */
  readonly keys: readonly string[];
  /** Paragraphs and lists, one a member. */
  readonly blocks: readonly string[];
  /** What has no place in a bank’s file, in words. */
  readonly notes: readonly string[];
}

type FormOf<T extends ItemType> = (question: TravelQuestion<T>) => Partial<WrittenForm>;

/** Every item type’s way to be written; a type that is missing here is a compile error. */
const forms: { readonly [T in ItemType]: FormOf<T> } = {
  'single-choice': ({ options }) => ({ blocks: [choices(options, '()')] }),
  'multiple-response': ({ options, score }) => ({
    keys: scoreKeys(score),
    blocks: [choices(options, '[]')],
  }),
  verdict: verdictForm,
  numeric: ({ expectedWrong, tolerance, unit, value }) => {
    const fits = unit === null || unitForm.test(unit);
    const within = tolerance === 0 ? '' : ` +- ${decimalText(tolerance)}`;
    const written = unit === null || !fits ? '' : ` ${escapeMarkdown(unit)}`;
    return {
      blocks: [
        `= ${decimalText(value)}${within}${written}`,
        ...wrongLines(expectedWrong.map((each) => ({ ...each, given: decimalText(each.given) }))),
      ],
      notes: fits ? [] : [`Its unit, “${unit}”, has too many words to stand behind a number.`],
    };
  },
  'text-entry': textForm,
  order: ({ options, score }) => ({ keys: scoreKeys(score), blocks: [orderList(options)] }),
  match: ({ pairs, score }) => ({
    keys: scoreKeys(score),
    blocks: [
      pairs
        .map((pair) => {
          const sides = [pair.left, pair.right].map((side) => side.replace(/\s::(?=\s)/g, ' :'));
          return entry(`- ${escapeLine(sides.join(' :: '))}`, pair, 2);
        })
        .join('\n'),
    ],
  }),
  'evidence-select': pickForm,
  'verdict-with-evidence': (question) => {
    const verdict = verdictForm(question);
    const picked = pickForm(question);
    return {
      keys: [...(verdict.keys ?? []), ...(picked.keys ?? [])],
      blocks: [...(picked.blocks ?? []), ...(verdict.blocks ?? [])],
      notes: picked.notes ?? [],
    };
  },
};

/** A question’s own part in the signs of docs/writing-a-bank.md. */
export function writeForm(question: TravelQuestion): WrittenForm {
  // The table pairs each type with its own form, so a question always meets the one of its own shape.
  const form = (forms[question.type] as unknown as FormOf<ItemType>)(question);
  return { keys: [], blocks: [], notes: [], ...form };
}

/** A passage as a bank quotes it, `[source]` first; null where no source of ours is named. */
export function writeQuotation(passage: TravelPassage): string | null {
  if (passage.source.id === null) return null;
  const words = segmentsOf(passage).map(({ marked, text }) =>
    marked ? `==${escapeMarkdown(text)}==` : escapeMarkdown(text),
  );
  return `[${passage.source.id}] ${words.join('')}`;
}

/** One or two words without figures, which the reader of a bank takes for a number’s unit. */
const unitForm = /^[^\s|\d]\S*(?: [^\s|\d]\S*)?$/;

function scoreKeys(score: string): string[] {
  return score === 'each' ? ['score: each'] : [];
}

function trapSign({ trap }: TravelReply): string {
  return trap === null ? '' : ` #trap ${trap}`;
}

/** An entry of a list with its trap, and its reply below, so many spaces in. */
function entry(line: string, said: TravelReply, indent: number): string {
  const reply = said.reply === null ? '' : `\n${' '.repeat(indent)}> ${escapeLine(said.reply)}`;
  return `${line}${trapSign(said)}${reply}`;
}

function choices(options: readonly TravelOption[], [open = '', close = '']: string): string {
  const lines = options.map((option) => {
    const sign = `${open}${option.isKey ? 'x' : ' '}${close}`;
    return entry(`- ${sign} ${escapeMarkdown(option.text)}`, option, 2);
  });
  return lines.join('\n');
}

function orderList(options: readonly TravelOption[]): string {
  const lines = options.map((option, index) => {
    const sign = `${index + 1}. `;
    return entry(`${sign}${escapeLine(option.text)}`, option, sign.length);
  });
  return lines.join('\n');
}

/** `not value: reply` lines in one paragraph; none where there is nothing to say. */
function wrongLines(wrong: readonly TravelWrong<string>[]): string[] {
  if (wrong.length === 0) return [];
  const lines = wrong.map(
    (each) => `not ${each.given}: ${escapeMarkdown(each.reply)}${trapSign(each)}`,
  );
  return [lines.join('\n')];
}

function verdictForm({ options }: Pick<TravelQuestion<'verdict'>, 'options'>) {
  const words = (id: string) => id.replaceAll('-', ' ');
  const key = options.find(({ isKey }) => isKey)?.id ?? '';
  const wrong = options.flatMap(({ id, reply, trap }) =>
    reply === null ? [] : [{ given: words(id), reply, trap }],
  );
  return { keys: [`verdict: ${words(key)}`], blocks: wrongLines(wrong) };
}

function textForm({ expectedWrong, variants }: TravelQuestion<'text-entry'>) {
  const fitting = variants.filter((text) => !text.includes('|'));
  const sayable = expectedWrong.filter(({ given }) => !given.includes(':'));
  const left = [
    ...variants.filter((text) => text.includes('|')).map((text) => `The variant “${text}”`),
    ...expectedWrong
      .filter(({ given }) => given.includes(':'))
      .map(({ given, reply }) => `The reply to “${given}”, “${reply}”,`),
  ];
  return {
    keys: /\d/.test(fitting.join()) ? ['type: text'] : [],
    blocks: [`= ${fitting.map(escapeMarkdown).join(' | ')}`, ...wrongLines(sayable)],
    notes: left.map((what) => `${what} has a sign that can’t stand there; it is left out.`),
  };
}

function pickForm({ groups, pick, sentences }: TravelPicking): Partial<WrittenForm> {
  const lines = sentences.map((sentence) => {
    const at = groups.findIndex((group) => group.includes(sentence.id));
    const group = at === -1 || groups.length === 1 ? '' : ` #group ${String.fromCharCode(97 + at)}`;
    const quoted = writeQuotation(sentence.passage) ?? escapeMarkdown(sentence.passage.exact);
    return entry(`- [${at === -1 ? ' ' : 'x'}] ${quoted}${group}`, sentence, 2);
  });
  return { keys: [`pick: ${pick}`], blocks: [lines.join('\n')] };
}
