import { describe, expect, it } from 'vitest';
import { interactionOf } from '../../src/lib/formats/interaction.ts';
import { scorm12 } from '../../src/lib/formats/scorm/scorm-12.ts';
import { scorm2004 } from '../../src/lib/formats/scorm/scorm-2004.ts';
import { rulesFor } from '../../src/lib/item-types/rules.ts';
import { english } from '../../src/lib/messages/english.ts';
import { optionIdAt, type OptionId } from '../../src/lib/quiz/ids.ts';
import type { Item, ItemType, Response } from '../../src/lib/quiz/item.ts';
import { makeItem } from '../items/make-item.ts';

/** Ten past nine in the morning, and twelve and a half seconds, UTC. */
const answeredAt = Date.UTC(2026, 2, 20, 9, 10, 12, 500);
const hourMs = 3_600_000;

function writesOf(dialect: typeof scorm12, item: Item, response: Response<ItemType>, at = 0) {
  const outcome = rulesFor(item).score(item, response);
  const interaction = interactionOf(item, response, outcome, english.say);
  const timed = { interaction, answeredAt, latencyMs: 75_250, offsetMs: hourMs };
  return Object.fromEntries(
    dialect
      .writeInteraction(at, timed)
      .map(([name, value]) => [name.replace(`cmi.interactions.${at}.`, ''), value]),
  );
}

const ids = (text: string) => [...text] as OptionId[];

/** Each type, answered wrong or in part, and how the versions tell it: type, response, patterns. */
const told: readonly (readonly [
  item: Item,
  response: unknown,
  in12: readonly [string, string, ...string[]],
  in2004: readonly [string, string, ...string[]],
  result: string,
])[] = [
  [makeItem('single-choice'), { option: 'c' }, ['choice', 'c', 'b'], ['choice', 'c', 'b'], 'wrong'],
  [
    makeItem('multiple-response'),
    { options: ids('ac') },
    ['choice', 'a,c', 'a,c,d'],
    ['choice', 'a[,]c', 'a[,]c[,]d'],
    '0.6667',
  ],
  [
    makeItem('verdict'),
    { label: 'supported' },
    ['choice', 'a', 'c'],
    // Moodle takes letters, figures, dots and low lines in these names, and refuses a response with others.
    ['choice', 'supported', 'not_stated'],
    'wrong',
  ],
  [
    makeItem('numeric'),
    { text: '5,349 %', readings: [5349, 5.349] },
    ['numeric', '5.349', '5.3'],
    ['numeric', '5.349', '5.25[:]5.35'],
    'correct',
  ],
  [
    makeItem('text-entry'),
    { entry: '{a[,]b' },
    ['fill-in', '{a[,]b', 'zqone', 'zq two'],
    ['fill-in', '({a[ ,]b', 'zqone', 'zq two'],
    'wrong',
  ],
  [
    makeItem('order'),
    { order: ids('bac') },
    ['sequencing', 'b,a,c', 'a,b,c'],
    ['sequencing', 'b[,]a[,]c', 'a[,]b[,]c'],
    '0.3333',
  ],
  [
    makeItem('match'),
    { rights: ids('acb') },
    ['matching', '1.a,2.c,3.b', '1.a,2.b,3.c'],
    ['matching', '1[.]a[,]2[.]c[,]3[.]b', '1[.]a[,]2[.]b[,]3[.]c'],
    '0.3333',
  ],
  [
    makeItem('evidence-select', { pick: 2, groups: [ids('a'), ids('bc')] }),
    { picks: ids('bc') },
    ['choice', 'b,c', 'a', 'b,c'],
    ['choice', 'b[,]c', 'a', 'b[,]c'],
    'correct',
  ],
  [
    makeItem('verdict-with-evidence'),
    { label: 'supported', picks: ids('b') },
    ['choice', 'a,f', 'a,e,g'],
    ['choice', 'supported[,]b', 'supported[,]a[,]c'],
    '0.5',
  ],
];

describe.each(told.map((each) => [each[0].type, ...each] as const))(
  'an answered %s',
  (_type, item, response, in12, in2004, result) => {
    const given = response as Response<ItemType>;
    const patternsOf = (writes: Readonly<Record<string, string>>) =>
      Object.entries(writes).flatMap(([name, value]) => (/pattern$/.test(name) ? [value] : []));

    it('is told in the forms of SCORM 1.2', () => {
      const writes = writesOf(scorm12, item, given);
      const [type, said, ...patterns] = in12;
      expect(writes).toMatchObject({ id: item.id, type, student_response: said, result });
      expect(patternsOf(writes)).toEqual(patterns);
      expect(writes).toMatchObject({ time: '10:10:12', latency: '00:01:15.25' });
    });

    it('is told in the forms of SCORM 2004', () => {
      const writes = writesOf(scorm2004, item, given);
      const [type, said, ...patterns] = in2004;
      const inWords = result === 'wrong' ? 'incorrect' : result;
      expect(writes).toMatchObject({ id: item.id, type, learner_response: said, result: inWords });
      expect(patternsOf(writes)).toEqual(patterns);
      expect(writes).toMatchObject({ timestamp: '2026-03-20T09:10:12.0Z', latency: 'PT75.25S' });
    });
  },
);

describe('what is longer than a version takes', () => {
  const long = '“ö” '.repeat(100);

  it('is cut in texts and patterns', () => {
    const item = makeItem('text-entry', { variants: [long], stem: long });
    const given = { entry: long };
    for (const value of Object.values(writesOf(scorm12, item, given))) {
      expect(value.length).toBeLessThanOrEqual(255);
    }
    for (const value of Object.values(writesOf(scorm2004, item, given))) {
      expect(value.length).toBeLessThanOrEqual(250);
    }
  });

  it('is told in words where a list has more entries than there are signs', () => {
    const options = Array.from({ length: 37 }, (_each, index) => ({
      id: optionIdAt(index),
      text: `zq${index}`,
      reply: null,
      trap: null,
    }));
    const item = makeItem('single-choice', { options, key: optionIdAt(36) });
    const writes = writesOf(scorm12, item, { option: optionIdAt(30) });
    expect(writes).toMatchObject({ type: 'fill-in', student_response: 'e1' });
    expect(writesOf(scorm2004, item, { option: optionIdAt(30) })).toMatchObject({ type: 'choice' });
  });

  it('is told in words where there are more pairs than signs, and in one sign each before', () => {
    const pairsOf = (count: number) =>
      Array.from({ length: count }, (_each, index) => ({
        ...{ id: optionIdAt(index), left: `zql${index}`, right: `zqr${index}` },
        ...{ reply: null, trap: null },
      }));
    const writesOfPairs = (count: number) => {
      const rights = pairsOf(count).map(({ id }) => id);
      return writesOf(scorm12, makeItem('match', { pairs: pairsOf(count) }), { rights });
    };
    expect(writesOfPairs(11)).toMatchObject({
      type: 'matching',
      student_response: '1.a,2.b,3.c,4.d,5.e,6.f,7.g,8.h,9.i,a.j,b.k',
    });
    expect(writesOfPairs(36)).toMatchObject({ type: 'matching' });
    expect(writesOfPairs(37)).toMatchObject({ type: 'fill-in' });
  });

  it('is an hour count of four figures at most', () => {
    const [, [, time]] = scorm12.writeLeaving(false, 1e12) as [unknown, [string, string]];
    expect(time).toBe('9999:46:40.00');
  });
});
