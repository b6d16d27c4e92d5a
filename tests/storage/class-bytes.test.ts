import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttemptId, LearnerId } from '../../src/lib/quiz/ids.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import {
  attemptIdAt,
  classId,
  learnerIdAt,
  makeClassAssignment,
  makeJoined,
} from './make-class-rows.ts';
import { makeAnswer } from './make-rows.ts';
import { allMarks, fillMarked, marks, places } from './marked-class.ts';
import { freshFiles } from './temporary-folder.ts';

const freshFile = freshFiles();
/** Which of some texts stand in the database's folder: file, log and index. */
function foundAt(file: string, texts: readonly string[]): string[] {
  const folder = dirname(file);
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  return texts.filter((text) => bytes.includes(text));
}

describe('the bytes of a class in a SQLite file', () => {
  it('are gone, of the learners who were erased, and there, of the others', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await fillMarked(store);
    const erased = places.filter((place) => place % 7 === 3);
    const kept = places.filter((place) => place % 7 !== 3);
    for (const place of erased) await store.classes.eraseLearner(learnerIdAt(place));
    expect(foundAt(file, allMarks(erased))).toEqual([]);
    expect(foundAt(file, allMarks(kept))).toEqual(allMarks(kept));
    await store.close();
  });

  it('are gone, of every learner, once the class is anonymised', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await fillMarked(store);
    const renewed = places.map((place) => attemptIdAt(place).replace('att_q', 'att_r'));
    await store.classes.anonymiseClass(
      classId,
      places.map((place) => ({
        was: learnerIdAt(place),
        id: learnerIdAt(place).replace('lrn_q', 'lrn_r') as LearnerId,
        displayName: `Learner ${place}`,
        rejoinCode: makeJoined(place).rejoinCode.replace('BBBB', 'ZZZZ'),
      })),
      [
        {
          assignmentId: makeClassAssignment().id,
          itemIds: [makeAnswer().itemId],
          accepted: [],
        },
      ],
      () => ({ id: renewed.pop() as AttemptId, seed: 'another' }),
    );
    const ids = places.flatMap((place) => [learnerIdAt(place), attemptIdAt(place)]);
    expect(foundAt(file, [...allMarks(places), '.comment.', ...ids])).toEqual([]);
    expect(foundAt(file, ['Learner 98', '.class.'])).toHaveLength(2);
    await store.close();
  });

  it('are gone, all of them, once the class is erased, also after names were changed', async () => {
    const file = freshFile();
    const store = await openStore({ file });
    await fillMarked(store);
    for (const place of places.filter((each) => each % 2 === 0)) {
      const displayName = `.changed${place}.`.padEnd(5 + place * 2, 'y');
      await store.classes.updateLearner(learnerIdAt(place), { displayName });
    }
    await store.classes.eraseClass(classId);
    const texts = [...allMarks(places), ...marks('changed', places), '.comment.', '.class.'];
    expect(foundAt(file, texts)).toEqual([]);
    await store.close();
  });
});
