import { describe, expect, it } from 'vitest';
import { column } from './column.ts';
import { csvWriter } from './csv.ts';
import { excelProfile, standardProfile } from './csv-profile.ts';
import { dataFile } from './data-file.ts';

const file = dataFile('any.csv', 'Any.', [
  column('name', 'text', 'Name', ''),
  column('chosen', 'list', 'Chosen', ''),
  column('points', 'number', 'Points', '', { decimals: 2 }),
  column('is_right', 'boolean', 'Right', ''),
  column('at', 'time', 'At', ''),
]);
const empty = { name: null, chosen: null, points: null, is_right: null, at: null };
const full = { name: 'Learner 01', chosen: ['a', 'c'], points: -0.125, is_right: true, at: 0 };

describe('csvWriter', () => {
  const { header, row } = csvWriter(file, standardProfile);

  it('writes header and rows with a line feed', () => {
    expect(header).toBe('name,chosen,points,is_right,at\n');
    expect(row(full)).toBe('Learner 01,a|c,-0.13,TRUE,1970-01-01T00:00:00Z\n');
  });

  it('leaves missing values empty', () => {
    expect(row(empty)).toBe(',,,,\n');
    expect(row({ ...empty, points: Number.NaN })).toBe(',,,,\n');
  });

  it('guards text, and never a number', () => {
    expect(row({ ...empty, name: '-5', chosen: '-5', points: -5 })).toBe("'-5,'-5,-5,,\n");
    expect(row({ ...empty, chosen: -5 })).toBe(',-5,,,\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['=a,"b"', '"\'=a,""b"""'],
    [' a ', ' a '],
    ['“a” – ü', '“a” – ü'],
  ])('quotes %j as %s', (name, cell) => {
    expect(row({ ...empty, name })).toBe(`${cell},,,,\n`);
  });

  it('writes for Excel as its locale reads', () => {
    const german = csvWriter(file, excelProfile('de-AT', 'Europe/Vienna'));
    expect(german.header).toBe('\uFEFFname;chosen;points;is_right;at\r\n');
    expect(german.row(full)).toBe('Learner 01;a|c;-0,13;TRUE;1970-01-01 01:00:00\r\n');
    const english = csvWriter(file, excelProfile('en', 'UTC'));
    expect(english.row(full)).toBe('Learner 01,a|c,-0.13,TRUE,1970-01-01 00:00:00\r\n');
  });
});
