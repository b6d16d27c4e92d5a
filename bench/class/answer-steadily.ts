import { setTimeout as wait } from 'node:timers/promises';
import { anyAnswer, makeClient, openQuestion, startAttempt } from '../../tests/http/client.ts';

/** Learners who answer at a time, and milliseconds between two answers of one. */
const learners = 4;
const pauseMs = 200;
/** Answers by which the server has warmed up; they are not counted. */
const warmAnswers = 600;

/** Learners outside the class who answer question after question until they are stopped. */
export function answerSteadily(origin: string, bank = 'bank-0') {
  const answers: number[] = [];
  let failed = 0;
  let isStopped = false;
  let warmed: () => void = () => undefined;
  const warm = new Promise<void>((done) => (warmed = done));
  const answerOn = async () => {
    while (!isStopped) {
      const client = makeClient(origin);
      const attempt = await startAttempt(client, bank);
      for (;;) {
        const question = await openQuestion(client, attempt);
        if (question === '/' || isStopped) break;
        const { body } = await client.get(question);
        const began = performance.now();
        const { status } = await client.post(`${question}?/answer`, anyAnswer(body));
        answers.push(performance.now() - began);
        if (status !== 303) failed += 1;
        if (answers.length === warmAnswers) warmed();
        if (answers.length > warmAnswers) await wait(pauseMs);
      }
    }
  };
  const all = Array.from({ length: learners }, answerOn);
  return {
    warm,
    /** Milliseconds of every answer since the server was warm, and how many were not taken. */
    async stop() {
      isStopped = true;
      await Promise.all(all);
      return { answers: answers.slice(warmAnswers), failed };
    },
  };
}
