import { describe, expect, it } from 'vitest';
import { excelProfile, lmsProfile, standardProfile } from '../../src/lib/formats/csv-profile.ts';
import { resultLine } from '../../src/lib/formats/jsonl/results-jsonl.ts';
import hostileNames from '../fixtures/hostile-names.json' with { type: 'json' };
import { storedResponse } from './example-class.ts';
import { dataFiles, lmsFiles, textOf } from './example-files.ts';
import { bareText, hostileFilled } from './hostile-files.ts';
import { readStrictly } from './read-strictly.ts';
import { isHarmless } from './spreadsheet.ts';

const profiles = [
  standardProfile,
  excelProfile('de', 'Europe/Berlin'),
  excelProfile('en', 'UTC'),
  lmsProfile('UTC'),
];

describe('hostile names', () => {
  it.each([...dataFiles, ...lmsFiles])('run nowhere in $file.name', ({ file }) => {
    const hostile = hostileFilled(file);
    for (const profile of profiles) {
      const cells = readStrictly(textOf(hostile, profile), profile.separator).flat();
      expect(cells).toHaveLength(file.columns.length * (hostileNames.length + 1));
      expect(cells.filter((cell) => !isHarmless(cell))).toEqual([]);
    }
  });

  it('would run in a file that only quotes', () => {
    const harmful = readStrictly(bareText).filter(([cell = '']) => !isHarmless(cell));
    expect(harmful.length).toBeGreaterThan(50);
  });

  it('stand in results.jsonl as they were written', () => {
    for (const displayName of hostileNames) {
      const learner = { ...storedResponse.learner, displayName };
      const line = resultLine({ ...storedResponse, learner });
      expect(line.match(/\n/g)).toHaveLength(1);
      expect(JSON.parse(line)).toMatchObject({ display_name: displayName });
    }
  });
});
