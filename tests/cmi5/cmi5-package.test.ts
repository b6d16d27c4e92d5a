import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { english } from '../../src/lib/messages/english.ts';
import type { DeliveryOptions } from '../../src/lib/quiz/delivery-options.ts';
import type { ItemId } from '../../src/lib/quiz/ids.ts';
import { cmi5Package } from '../../src/lib/server/packages/cmi5-package.ts';
import { makePackage } from '../../src/lib/server/packages/make-package.ts';
import { makeBank, makeCourse } from '../packages/package-parts.ts';

/** The files of a course’s package, as texts by their names. */
async function filesOf(options: Partial<DeliveryOptions> = {}, title = 'The March storm') {
  const zip = await cmi5Package(makeCourse(makeBank({ title }), options));
  const files = Object.entries(unzipSync(zip ?? new Uint8Array()));
  return Object.fromEntries(files.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

async function courseId(options: Partial<DeliveryOptions> = {}, title?: string) {
  const { 'cmi5.xml': structure = '' } = await filesOf(options, title);
  return /<course id="([^"]+)"/.exec(structure)?.[1];
}

describe('a package of cmi5', () => {
  it('is the same to the byte whenever it is made', async () => {
    const [one, other] = [1, 2].map(() => cmi5Package(makeCourse(makeBank())));
    expect(Buffer.from((await one) ?? []).equals(Buffer.from((await other) ?? []))).toBe(true);
  });

  it('holds its structure first, the page, and the player that tells an LMS', async () => {
    const files = await filesOf({ passPercent: 70 });
    expect(Object.keys(files)).toEqual(['cmi5.xml', 'index.html', 'player.js', 'player.css']);
    expect(files['cmi5.xml']).toContain('masteryScore="0.7"');
    expect(files['player.js']).toBe('launch()');
    expect(files['index.html']).toContain('"iri":"https://quiz.example/banks/storm"');
  });

  it('is the same course in every edition, order and look, and another with other items', async () => {
    const whole = await courseId();
    expect(whole).toBe('https://quiz.example/banks/storm/courses/whole');
    expect(await courseId({ passPercent: 50, order: 'shuffled', accent: '0b4a8f' })).toBe(whole);
    expect(await courseId({}, 'A later edition')).toBe(whole);
    const some = await courseId({ items: ['verdict', 'numeric'] as ItemId[] });
    const fewer = await courseId({ items: ['verdict'] as ItemId[] });
    expect(new Set([whole, some, fewer, await courseId({ draw: 3 })]).size).toBe(4);
  });

  it('is not made without a build, and by nobody without the address of the site', async () => {
    const course = { ...makeCourse(makeBank()), player: () => Promise.resolve(null) };
    expect(await cmi5Package(course)).toBeNull();
    const { bank, player, tongue } = course;
    const result = await makePackage(
      {
        library: { banks: new Map([[bank.id, bank]]), sources: new Map() },
        say: english.say,
        player,
        origin: null,
        tongueOf: () => ({ ...tongue, say: english.say }),
      },
      { bankId: bank.id, kind: 'cmi5', query: new URLSearchParams() },
    );
    expect(result).toEqual({
      kind: 'unreadable',
      faults: [expect.stringContaining('Set ORIGIN') as string],
    });
  });
});
