import { expect, it } from 'vitest';
import type { LtiStore } from '../storage/lti-store.ts';
import { watchGrades } from './grade-watch.ts';

it('asks the database for grades while there are platforms, and for nothing while there are none', async () => {
  let asked = 0;
  let hasPlatforms = false;
  let ring = (): void => undefined;
  const lti: Pick<LtiStore, 'listGradedLinks'> = {
    async listGradedLinks() {
      asked += 1;
      return [];
    },
  };
  const watch = watchGrades(
    {
      store: { lti: lti as LtiStore },
      now: () => 0,
      alarm(_ms, call) {
        ring = call;
        return () => undefined;
      },
      hasPlatforms: () => hasPlatforms,
      report(error) {
        throw error;
      },
    },
    { request: async () => undefined },
  );
  const look = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    ring();
    await new Promise((resolve) => setImmediate(resolve));
    return asked;
  };
  expect(await look()).toBe(0);
  hasPlatforms = true;
  expect(await look()).toBe(1);
  hasPlatforms = false;
  expect(await look()).toBe(1);
  await watch.close();
});
