import type { ItemBlock, OptionLine, Report } from '../../bank/item-block.ts';
import { optionIdAt } from '../../quiz/ids.ts';
import type { Authored } from '../../quiz/item.ts';
import type { Pair } from './match.ts';

/** Reads a match's own part: pairs whose left and right texts each stand once. */
export function parseMatch(block: ItemBlock, report: Report): Authored<'match'> | null {
  const pairs = block.options.map((line, index): Pair => {
    const [left = '', right = '', ...more] = line.text.split(/\s+::\s+/);
    const { reply, trap } = line;
    if (more.length > 0) {
      const message = `“${line.text.slice(0, 60)}” is a pair of more than two texts.`;
      report('E109', line.place, message, 'Write `- left :: right`, with one `::`.');
    }
    return { id: optionIdAt(index), left: left.trim(), right: right.trim(), reply, trap };
  });
  if (pairs.length < 2) {
    const message = 'A match needs at least two pairs.';
    report('E110', block.stem.place, message, 'Add pairs: `- left :: right`.');
  }
  reportTwins(block.options, pairs, 'left', report);
  reportTwins(block.options, pairs, 'right', report);
  return { pairs, score: block.score };
}

function reportTwins(
  lines: readonly OptionLine[],
  pairs: readonly Pair[],
  side: 'left' | 'right',
  report: Report,
): void {
  const texts = pairs.map((pair) => pair[side].normalize('NFC').toLowerCase());
  texts.forEach((text, index) => {
    const line = lines[index];
    if (!line || texts.indexOf(text) === index) return;
    const message = `“${pairs[index]?.[side]}” stands on the ${side} of two pairs, so a match with it could be right and wrong.`;
    report('E111', line.place, message, 'Word the two apart, or delete one pair.');
  });
}
