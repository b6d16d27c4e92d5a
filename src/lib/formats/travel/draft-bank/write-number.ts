import type { TravelForms } from '../question.ts';
import { inline, oneLine } from './bank-text.ts';
import type { Gaps } from './gaps.ts';

/** A unit of one or two words, which neither figures nor signs of the format begin. */
const unitForm = /^[^\s|\d+\-−–±.,][^\s|]*(?: [^\s|\d]\S*)?$/;
/** Beyond these a power of ten has more figures than the format reads. */
const farthest = { least: 1e-99, most: 1e99 };

/** `= 5.3 +- 0.05 %` */
export function writeNumber(
  { tolerance, unit, value }: Omit<TravelForms['numeric'], 'expectedWrong'>,
  { lose, miss }: Gaps,
): string {
  if (![value, tolerance].every(isWritable)) {
    miss('Its number is too large or too small to be written.');
    return '= 0';
  }
  const named = unit === null ? '' : oneLine(unit);
  const isUnit = unitForm.test(named);
  if (named !== '' && !isUnit) lose(`The unit “${named}” is left out: it can’t stand behind =.`);
  return `= ${value}${tolerance > 0 ? ` +- ${tolerance}` : ''}${isUnit ? ` ${inline(named)}` : ''}`;
}

function isWritable(number: number): boolean {
  const size = Math.abs(number);
  return size === 0 || (size >= farthest.least && size <= farthest.most);
}
