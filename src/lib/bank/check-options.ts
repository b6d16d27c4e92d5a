import type { FileReport } from './issue-list.ts';
import type { OptionLine } from './item-block.ts';
import type { WrittenItem } from './read-block.ts';

const absolute = /\b(?:always|never|all|none|every|only|must|completely|entirely)\b/i;
const lumped = /\b(?:all|none|both|neither) of the (?:above|below|others?)\b/i;
const negative = /\b(?:not|never|except)\b/i;

/** Warns of options that can be told apart by their form (curating, rules 9 and 10). */
export function checkOptions({ block }: WrittenItem, report: FileReport): void {
  const options = block.options.filter(
    ({ sign, quotation }) => (sign === 'radio' || sign === 'checkbox') && quotation === null,
  );
  const keys = options.filter((option) => option.isKey);
  const distractors = options.filter((option) => !option.isKey);
  const wrong = block.options.filter(({ quotation, isKey }) => quotation !== null && !isKey);
  for (const option of [...distractors, ...wrong]) {
    if (option.reply) continue;
    const message = `Nothing is said to a learner who chooses “${option.text}”.`;
    report('W201', option.place, message, 'Add an indented `> reply` that says why it is wrong.');
  }
  if (block.options.length > 5) {
    const message = `${block.options.length} options: three good ones are enough.`;
    report('W207', block.stem.place, message, 'Delete those that nobody would choose.');
  }
  checkLengths(keys, distractors, report);
  for (const option of options.filter(({ text }) => lumped.test(text))) {
    const message = `“${option.text}” can be right or wrong whatever the article says.`;
    report('W203', option.place, message, 'Write an option of one kind with the others.');
  }
  if (options.length > 0 && !block.signs.has('verdict') && negative.test(block.stem.value)) {
    const message = 'The stem asks for what is not so, which is easily misread.';
    report('W203', block.stem.place, message, 'Ask for what is so.');
  }
  const isGivenAway =
    distractors.some(({ text }) => absolute.test(text)) &&
    !keys.some(({ text }) => absolute.test(text));
  if (isGivenAway) {
    const message =
      'Words like “always” and “only” stand in wrong options alone, and give them away.';
    report('W203', block.stem.place, message, 'Word the options alike.');
  }
}

function checkLengths(
  keys: readonly OptionLine[],
  distractors: readonly OptionLine[],
  report: FileReport,
): void {
  const shortest = keys.toSorted((one, other) => one.text.length - other.text.length)[0];
  const longest = Math.max(...distractors.map(({ text }) => text.length));
  if (!shortest || distractors.length === 0) return;
  const isTelling = shortest.text.length > longest * 1.5 && shortest.text.length - longest > 12;
  if (!isTelling) return;
  const message =
    'The right option is much longer than the wrong ones, and can be guessed by that.';
  report('W202', shortest.place, message, 'Shorten it, or give the others as much detail.');
}
