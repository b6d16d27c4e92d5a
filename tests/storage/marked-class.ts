import { ownerOfLearner } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import {
  attemptIdAt,
  browserAt,
  classId,
  instructor,
  makeClass,
  makeClassAssignment,
  makeClassAttempt,
  makeJoined,
  makeKeys,
} from './make-class-rows.ts';
import { makeAnswer, makeReport } from './make-rows.ts';

export const places = Array.from({ length: 99 }, (_, index) => index);
/** Between dots: 1 and 11 are told apart. Every sixth is as long as a name may be. */
const nameAt = (place: number) => `.name${place}.`.padEnd(place % 6 === 0 ? 200 : 20 + place, 'x');
export const marks = (word: string, chosen: readonly number[]) =>
  chosen.map((place) => `.${word}${place}.`);

/** A class of 99, each of whom answered in words of their own. */
export async function fillMarked(store: Store): Promise<void> {
  const classroom = makeClass({ name: '.class.' });
  await store.classes.createClass(classroom, makeKeys(), instructor, makeClassAssignment());
  for (const place of places) {
    const learner = makeJoined(place, {
      displayName: nameAt(place),
      lastName: `.last${place}.`,
      email: `.mail${place}.@school.example`,
      studentNumber: `.number${place}.`,
    });
    await store.classes.joinLearner(learner, browserAt(place), 99);
    await store.classes.createClassAttempt(makeClassAttempt(place));
    const text = `.words${place}.`.repeat(place % 6 === 0 ? 300 : 2);
    const answer = makeAnswer({ attemptId: attemptIdAt(place), response: { text } });
    const inWords = { given: text, right: 'right' };
    const owner = ownerOfLearner(learner.id);
    await store.insertAnswer({ ...answer, inWords }, owner);
    const request = { key: `.sent${place}.`, group: 'platform', classId, owner, attemptId: null };
    await store.deliveries.request({ ...request, kind: 'lti-score' }, 3000);
  }
  await store.addReport(makeReport({ comment: '.comment.', classId }));
}

const words = ['name', 'last', 'mail', 'number', 'words', 'sent'];
export const allMarks = (chosen: readonly number[]) => words.flatMap((word) => marks(word, chosen));
