import type { ItemBlock, Report } from '../../bank/item-block.ts';
import type { Authored } from '../../quiz/item.ts';
import { isWithin } from '../../quiz/tolerance.ts';
import type { ExpectedNumber } from './numeric.ts';

const number = '[+-]?\\d+(?:\\.\\d+)?(?:e[+-]?\\d{1,2})?';
const answerForm = new RegExp(
  `^(${number})(?:\\s*(?:\\+-|±)\\s*(${number}))?(?:\\s+(\\S.*)|(%))?$`,
  'i',
);
const valueForm = new RegExp(`^(${number})\\s*(\\S.*)?$`, 'i');

/** Reads a numeric item's own part: value, tolerance, unit, and replies to expected wrong entries. */
export function parseNumeric(block: ItemBlock, report: Report): Authored<'numeric'> | null {
  const written = block.answer?.value.replace(/[−–]/g, '-') ?? '';
  const parts = answerForm.exec(written.trim());
  const place = block.answer?.place ?? block.stem.place;
  if (!parts) {
    const message = `“${written}” is not a number with tolerance and unit.`;
    report('E130', place, message, 'Write `= 5.3 +- 0.05 %`, with a decimal point.');
    return null;
  }
  const value = Number(parts[1]);
  const tolerance = Math.abs(Number(parts[2] ?? 0));
  const unit = parts[3]?.trim() ?? parts[4] ?? null;
  const expectedWrong = readExpectedWrong(block, report);
  for (const wrong of expectedWrong) {
    if (isWithin(wrong.value, value, tolerance)) {
      const message = `The tolerance admits ${wrong.value}, which is listed as wrong.`;
      report('E112', place, message, 'Narrow the tolerance, or delete that `not` line.');
    }
  }
  return { value, tolerance, unit, expectedWrong };
}

function readExpectedWrong(block: ItemBlock, report: Report): ExpectedNumber[] {
  return block.expectedWrong.flatMap((wrong) => {
    const parts = valueForm.exec(wrong.value.value.replace(/[−–]/g, '-').trim());
    if (parts) return [{ value: Number(parts[1]), reply: wrong.reply, trap: wrong.trap }];
    const message = `“${wrong.value.value}” is no number, so no answer can meet it.`;
    report('E130', wrong.value.place, message, 'Write `not 480000: why it is wrong`.');
    return [];
  });
}
