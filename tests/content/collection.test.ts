import { describe, expect, it } from 'vitest';
import { check, head, lockOf, placesOf, soundItem } from './collection-of.ts';
import { bank, item, sound, soundLock } from './message-case.ts';

const faulty = `${head}\n${soundItem.replace('Officials', 'officials')}`;

describe('a collection', () => {
  it('serves the banks that have no error, and says what is wrong with the others', () => {
    const banks = { storm: `${head}\n${soundItem}`, flood: faulty };
    const lock = soundLock;
    const { banks: served, issues } = check({ banks, lock });
    expect(served.map(({ id }) => id)).toEqual(['storm']);
    expect(placesOf(issues)).toEqual(['banks/flood.md:16:1 E101']);
  });

  it('says all that is wrong at once, also of an item that can’t be answered', () => {
    const broken = item({
      keys: 'id: one',
      body: '',
      evidence: '> [weekly] No.\n\n> [wire] Not so.',
    });
    expect(placesOf(check(bank(broken, faulty.slice(head.length + 1))).issues)).toEqual([
      'banks/storm.md:8:1 E117',
      'banks/storm.md:8:1 E118',
      'banks/storm.md:11:1 E105',
      'banks/storm.md:13:1 E101',
      'banks/storm.md:25:1 E101',
    ]);
  });

  it('sorts what it says by file, line, column and code', () => {
    const banks = { b: faulty, a: `${faulty}\n## \n`, c: '' };
    const places = check({ banks }).issues.map(
      ({ file, line, column, code }) => [file, line, column, code] as const,
    );
    const sorted = places.toSorted(
      (one, other) =>
        one[0].localeCompare(other[0], 'en') ||
        one[1] - other[1] ||
        one[2] - other[2] ||
        one[3].localeCompare(other[3], 'en'),
    );
    expect(places).toEqual(sorted);
  });

  it('shows the nearest sentence and where a quotation parts from it', () => {
    const [issue] = check({ banks: { storm: faulty } }).issues.filter(
      ({ code }) => code === 'E101',
    );
    expect(issue?.message).toContain(
      '“Officials warned that repairs in the hills could take until Tuesday.”',
    );
    expect(issue?.message).toContain('“officials” stands for “Officials”');
  });

  it('gives each item what it needs to be asked, answered and proved', () => {
    const { banks } = check({ ...sound, lock: soundLock });
    expect(banks[0]).toMatchObject({
      id: 'storm',
      title: 'The March storm',
      language: 'en',
      sources: ['wire', 'daily'],
    });
    expect(banks[0]?.items[0]).toMatchObject({
      id: 'repairs',
      type: 'single-choice',
      version: 1,
      language: 'en',
      level: 'recall',
      key: 'a',
      why: ['the notice gives a day.'],
      compare: [],
      searched: [],
      asOf: null,
      passages: [
        {
          source: 'wire',
          exact: 'Officials warned that repairs in the hills could take until Tuesday.',
          marks: [{ start: 54, end: 67 }],
        },
      ],
    });
  });

  it('leaves out a warning that its author answered with a reason', () => {
    const bare = { body: '- (x) Until Tuesday\n- ( ) Until Friday' };
    const answered = {
      ...bare,
      keys: 'id: repairs\nlevel: recall\nallow: W201 nothing more to say',
    };
    const codesOf = (parts: Parameters<typeof item>[0]) =>
      check(bank(item(parts))).issues.map(({ code }) => code);
    expect(codesOf(bare)).toContain('W201');
    expect(codesOf(answered)).not.toContain('W201');
  });

  it('lets nobody allow an error', () => {
    const keys = 'id: repairs\nlevel: recall\nallow: E118 it explains itself';
    const codes = check(bank(item({ keys, why: '' }))).issues.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['E118', 'E130']));
  });

  it('calls a source by its publisher, else by its short title, else by its title', () => {
    const cards = {
      wire: '---\ntitle: Storm leaves the valley dark\npublisher: Example Wire\nshort: Dark\n---\n',
      daily: '---\ntitle: After the storm\nshort: After\n---\n',
      weekly: '---\ntitle: A week later\n---\n',
    };
    const { sources } = check({ ...sound, sources: cards });
    expect([...sources.values()].map(({ shortName }) => shortName)).toEqual([
      'Example Wire',
      'After',
      'A week later',
    ]);
  });

  it('reads a file the same whatever ends its lines', () => {
    const text = `\uFEFF${head}\n${soundItem}`.replaceAll('\n', '\r\n');
    const given = { banks: { storm: text } };
    expect(lockOf(given)).toBe(soundLock);
    expect(check({ ...given, lock: soundLock }).issues).toEqual([]);
  });
});
