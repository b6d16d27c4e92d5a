import { expect, it } from 'vitest';
import { dayText } from './day-text.ts';
import { english } from '../messages/english.ts';

it.each([
  ['2026-03-02', 'March 2, 2026'],
  ['a Monday', 'a Monday'],
  ['2026-13-40', '2026-13-40'],
  ['June 2025', 'June 2025'],
])('%s reads %s', (written, read) => {
  expect(dayText(written, english.say)).toBe(read);
});
