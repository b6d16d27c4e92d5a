import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerItem, beginAttempt, standingOf } from '../../src/lib/player/attempt.ts';
import { readState, writeState } from '../../src/lib/player/attempt-state.ts';
import { scoreFields } from '../../src/lib/item-types/score-fields.ts';
import { rulesFor } from '../../src/lib/item-types/rules.ts';
import { english } from '../../src/lib/messages/english.ts';
import { seededRandom } from '../../src/lib/quiz/draw.ts';
import { drawSeedOf } from '../../src/lib/quiz/draw.ts';
import type { BankId, ItemId } from '../../src/lib/quiz/ids.ts';
import type { Item } from '../../src/lib/quiz/item.ts';
import { makeItem } from '../items/make-item.ts';
import { sampleForms } from '../items/sample-forms.ts';
import { items, makeBank, makeContent } from './package-parts.ts';

const { say } = english;
const seed = 'zqseed';
const now = { say, atMs: 0 };

function formsOf(item: Item): ReadonlyMap<string, readonly string[]>[] {
  const delivered = rulesFor(item).deliver(item, seededRandom(drawSeedOf({ seed }, item)), say);
  const version = ['version', [String(item.version)]] as const;
  return sampleForms(item.type, delivered).map(({ fields }) => new Map([...fields, version]));
}

describe.each(items.map((item) => [item.type, item] as const))('an answer of %s', (_type, item) => {
  it('earns in a package what it earns on the server, and after it was left as well', () => {
    const content = makeContent();
    for (const fields of formsOf(item)) {
      const onServer = scoreFields({ seed }, item, fields, say);
      const inPackage = answerItem(beginAttempt(content, seed), item, fields, now);
      expect(inPackage.ok).toBe(onServer.ok);
      if (!inPackage.ok || !onServer.ok) continue;
      const { response } = onServer;
      const given = inPackage.response.answers.get(item.id);
      expect(given).toEqual({ ...response, answeredAt: 0 });
      const resumed = readState(content, writeState(inPackage.response, 4096));
      expect(resumed?.answers.get(item.id)).toEqual({ ...given, inWords: null });
    }
  });
});

/** A bank of so many texts to write, which is what takes most room. */
function textBank(count: number) {
  return makeBank({
    items: Array.from({ length: count }, (_each, index) =>
      makeItem('text-entry', { id: `text-${index}` as ItemId, variants: [`zq${index}`] }),
    ),
  });
}

function answerAll(count: number, textAt: (index: number) => string) {
  const content = makeContent({}, textBank(count));
  let attempt = beginAttempt(content, seed);
  attempt.items.forEach((item, index) => {
    const fields = new Map([
      ['version', ['1']],
      ['entry', [textAt(index)]],
    ]);
    const read = answerItem(attempt, item, fields, now);
    if (read.ok) attempt = read.response;
  });
  return { attempt, content };
}

describe('the state of an attempt', () => {
  it('fits into 4,096 signs with a hundred long texts, and keeps every score', () => {
    const { attempt, content } = answerAll(100, (index) =>
      index % 2 ? `zq${index}` : 'wörter “und” \\ Zeichen '.repeat(8),
    );
    const state = writeState(attempt, 4096);
    expect(state.length).toBeLessThanOrEqual(4096);
    const resumed = readState(content, state);
    expect(resumed && standingOf(resumed, 50)).toEqual(standingOf(attempt, 50));
    expect(standingOf(attempt, 50)).toMatchObject({ points: 50, isPassed: true, isFinished: true });
    const kept = [...(resumed?.answers.values() ?? [])].filter(({ response }) => response !== null);
    expect(kept.length).toBeGreaterThan(50);
  });

  it('leaves out no detail where there is room, and all of it rather than a score', () => {
    const { attempt, content } = answerAll(100, (index) => `zq${index} `.repeat(20));
    expect(readState(content, writeState(attempt, 64_000))?.answers).toEqual(
      new Map([...attempt.answers].map(([id, each]) => [id, { ...each, inWords: null }])),
    );
    const brief = readState(content, writeState(attempt, 1200));
    expect(brief && standingOf(brief, null)).toEqual(standingOf(attempt, null));
    expect(writeState(attempt, 200)).toBe('');
  });

  it('asks anew what was revised or is gone, and keeps the rest', () => {
    const { attempt } = answerAll(3, (index) => `zq${index}`);
    const [first, second] = attempt.items;
    if (!first || !second) throw new Error('There are three');
    const revised = makeContent(
      {},
      makeBank({ items: [{ ...first, version: 2 }, second], id: 'storm' as BankId }),
    );
    const resumed = readState(revised, writeState(attempt, 4096));
    expect([...(resumed?.answers.keys() ?? [])]).toEqual([second.id]);
  });

  it('gives each item its own answer back, also where their names are told apart by little', () => {
    // Of these two the tags would be alike.
    const [one, other] = ['text-578', 'text-942'];
    const bank = makeBank({
      items: [one, other].map((id) =>
        makeItem('text-entry', { id: id as ItemId, variants: [id], version: 1 }),
      ),
    });
    const content = makeContent({}, bank);
    let attempt = beginAttempt(content, seed);
    for (const item of attempt.items) {
      const fields = new Map([
        ['version', ['1']],
        ['entry', [item.id]],
      ]);
      const read = answerItem(attempt, item, fields, now);
      if (read.ok) attempt = read.response;
    }
    const resumed = readState(content, writeState(attempt, 4096));
    expect(
      [...(resumed?.answers.values() ?? [])].map(({ itemId, correct }) => [itemId, correct]),
    ).toEqual([
      [one, true],
      [other, true],
    ]);
  });

  it('survives whatever an LMS gives back for it', () => {
    const content = makeContent();
    const pieces = fc.oneof(fc.json(), fc.string(), fc.constantFrom('[1,"a",[["x",9],[],null]]'));
    fc.assert(
      fc.property(pieces, (state) => {
        const attempt = readState(content, state);
        expect(attempt === null || attempt.items.length === items.length).toBe(true);
      }),
    );
    expect(readState(content, null)).toBeNull();
    expect(readState(content, '[2,"a",[]]')).toBeNull();
  });

  it('is read whole or not at all when it was cut off', () => {
    const { attempt, content } = answerAll(20, (index) => `zq${index}`);
    const state = writeState(attempt, 4096);
    for (let end = 0; end < state.length; end += 7) {
      expect(readState(content, state.slice(0, end))).toBeNull();
    }
  });
});

describe('an attempt', () => {
  it('draws as many items as it was told, the same for the same seed', () => {
    const content = makeContent({ draw: 3, order: 'shuffled' });
    const drawn = (each: string) => beginAttempt(content, each).items.map(({ id }) => id);
    expect(drawn('a')).toHaveLength(3);
    expect(drawn('a')).toEqual(drawn('a'));
    expect(
      new Set(['a', 'b', 'c', 'd', 'e'].map((each) => drawn(each).join())).size,
    ).toBeGreaterThan(1);
  });

  it('takes no answer to another version of an item', () => {
    const [item] = items;
    if (!item) throw new Error('There are items');
    const read = answerItem(
      beginAttempt(makeContent(), seed),
      item,
      new Map([['version', ['9']]]),
      now,
    );
    expect(read.ok).toBe(false);
  });
});
