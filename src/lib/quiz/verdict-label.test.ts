import { expect, it } from 'vitest';
import { english } from '../messages/english.ts';
import { readVerdictLabel, verdictLabels } from './verdict-label.ts';

it('reads a label as authors and forms write it', () => {
  expect(['supported', 'Not Stated', ' not-stated ', 'not   stated'].map(readVerdictLabel)).toEqual(
    ['supported', 'not-stated', 'not-stated', 'not-stated'],
  );
  expect(['', 'true', 'constructor', 'not'].map(readVerdictLabel)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it('has a name for every label, and no two alike', () => {
  expect(new Set(verdictLabels.map((label) => english.say(`verdict.${label}`))).size).toBe(4);
});
