import type { ItemBlock, Report } from '../../bank/item-block.ts';
import type { Authored } from '../../quiz/item.ts';
import { foldText } from './fold-text.ts';
import type { ExpectedText } from './text-entry.ts';

/** Reads a text entry's own part: its variants, the first of which is shown, and expected wrong ones. */
export function parseTextEntry(block: ItemBlock, report: Report): Authored<'text-entry'> | null {
  const place = block.answer?.place ?? block.stem.place;
  const written = block.answer?.value.split('|').map((variant) => variant.trim()) ?? [];
  if (written.length === 0 || written.includes('')) {
    const message = 'A variant of the text to be written is empty.';
    report('E110', place, message, 'Write `= one way | another way`.');
    return null;
  }
  const folded = written.map(foldText);
  const twin = written.find((_variant, index) => folded.indexOf(folded[index] ?? '') < index);
  if (twin !== undefined) {
    const message = `“${twin}” counts as another variant already: case, accents, spaces and punctuation are not compared.`;
    report('E111', place, message, 'Delete it.');
  }
  return { variants: written, expectedWrong: readExpectedWrong(block, folded, report) };
}

function readExpectedWrong(
  block: ItemBlock,
  folded: readonly string[],
  report: Report,
): ExpectedText[] {
  return block.expectedWrong.map(({ value, reply, trap }) => {
    if (folded.includes(foldText(value.value))) {
      const message = `“${value.value}” is listed as wrong and counts as right.`;
      report('E112', value.place, message, 'Delete the `not` line, or the variant.');
    }
    return { text: value.value, reply, trap };
  });
}
