import { describe, expect, it } from 'vitest';
import { readTravelFile } from '../../src/lib/formats/travel/read-travel-file.ts';
import { courseKinds } from '../../src/lib/quiz/course-kind.ts';
import type { ItemId } from '../../src/lib/quiz/ids.ts';
import { packageKinds } from '../../src/lib/server/packages/package-kinds.ts';
import { items, makeBank, makeCourse } from './package-parts.ts';

describe.each(courseKinds.bank)('a file of the kind %s', (kind) => {
  async function readMade(chosen: readonly string[] | null) {
    const course = makeCourse(makeBank(), { items: chosen as readonly ItemId[] | null });
    const bytes = await packageKinds[kind]?.make(course);
    const reading = readTravelFile(bytes ?? new Uint8Array(), null);
    if (!reading.ok) throw new Error(reading.fault.message);
    return reading;
  }

  it('needs no build, and holds every item of the bank with its evidence', async () => {
    const { questions, title } = await readMade(null);
    expect(questions.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(title).toBe('The March storm');
    expect(JSON.stringify(questions)).toContain('Example Wire, “Storm leaves the valley dark”');
  });

  it('holds the chosen items in the chosen order', async () => {
    const { questions } = await readMade(['verdict', 'numeric']);
    expect(questions.map(({ id }) => id)).toEqual(['verdict', 'numeric']);
  });
});
