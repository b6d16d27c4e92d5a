import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LearnerId } from '../../src/lib/quiz/ids.ts';
import { ownerOfLearner } from '../../src/lib/quiz/ids.ts';
import { randomText } from '../../src/lib/server/random-text.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { makeCode, rejoinCodeLength } from '../../src/lib/quiz/join-code.ts';
import {
  launch,
  playLaunch,
  startConnected,
  stopConnected,
  stormLaunch,
  until,
  type Tool,
} from './launching.ts';
import type { Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
beforeAll(async () => {
  ({ tool, platform } = await startConnected({ isMoodleLike: true, deploymentId: '1' }));
});
afterAll(() => stopConnected({ tool, platform }));

const given = (user: number) => stormLaunch(tool, user);

async function inStore<Value>(work: (store: Store) => Promise<Value>): Promise<Value> {
  const store = await openStore(storagePlace({ DATA_DIR: tool.dataDir }));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Learners of the platform who have finished, each with so many points, as launches would leave them. */
async function finishMany(store: Store, count: number): Promise<void> {
  const [{ id: platformId = '' } = {}] = await store.lti.listPlatforms();
  const place = { platformId, deploymentId: '1', linkId: 'link-1' };
  const link = await store.lti.findLink(place);
  const assignment = link && (await store.classes.findAssignment(link.assignmentId));
  if (!assignment) throw new Error('The link was launched');
  const { classId } = assignment;
  const [itemId] = assignment.itemIds;
  if (!itemId) throw new Error('The bank has items');
  for (let index = 0; index < count; index += 1) {
    const learnerId = `lrn_${randomText(26)}` as LearnerId;
    const subject = String(1000 + index);
    await store.lti.enrolUser(
      { ...place, classId, subject },
      {
        id: learnerId,
        classId,
        displayName: `Learner ${subject}`,
        firstName: null,
        lastName: null,
        email: null,
        studentNumber: null,
        rejoinCode: makeCode(rejoinCodeLength, randomText),
        createdAt: Date.now(),
        joinedAt: null,
      },
      true,
      1000,
    );
    const owner = ownerOfLearner(learnerId);
    const attemptId = `att_${randomText(26)}` as Parameters<Store['findAttempt']>[0];
    await store.classes.createClassAttempt({
      id: attemptId,
      owner,
      bankId: assignment.bankId,
      seed: randomText(26),
      itemIds: [itemId],
      retryOf: null,
      marking: 'plain',
      inClass: { assignmentId: assignment.id, attemptNo: 1, clientTz: null },
      startedAt: Date.now(),
    });
    await store.insertAnswer(
      {
        attemptId,
        itemId,
        itemVersion: 1,
        response: {},
        points: (index % 5) / 4,
        maxPoints: 1,
        correct: false,
        certainty: null,
        chance: null,
        inWords: { given: '', right: '' },
        answeredAt: Date.now(),
      },
      owner,
    );
  }
}

describe('an outage of the platform', () => {
  it('and a restart of this server lose none of 200 scores; the last value arrives', async () => {
    await playLaunch(tool, await launch(tool, platform, given(3)));
    const { services } = platform;
    await until(() => services.scores.length === 1, 'the first score');
    services.isOut = true;
    await inStore((store) => finishMany(store, 200));
    // What was answered while the server looked away is caught up with at its start.
    await tool.restart();
    const states = () =>
      inStore(async ({ deliveries }) => {
        const all = await deliveries.list({ kind: 'lti-score' }, 1000);
        return Object.entries(Object.groupBy(all, ({ state }) => state)).map(
          ([state, each]) => [state, each.length] as const,
        );
      });
    await until(
      async () => (await states()).some(([state, n]) => state === 'waiting' && n >= 200),
      '200 scores wait',
      20_000,
    );
    expect(services.scores).toHaveLength(1);
    // An instructor corrects while nobody can be told.
    await inStore(async (store) => {
      const [{ id: platformId = '' } = {}] = await store.lti.listPlatforms();
      const link = await store.lti.findLink({ platformId, deploymentId: '1', linkId: 'link-1' });
      const assignment = link && (await store.classes.findAssignment(link.assignmentId));
      const [itemId] = assignment?.itemIds ?? [];
      if (!assignment || !itemId) throw new Error('The link was launched');
      await store.classes.addRescore({
        id: 'rsc_outage',
        assignmentId: assignment.id,
        itemId,
        kind: 'full-marks',
        accepted: null,
        reason: 'Two readings fit.',
        createdAt: Date.now(),
        withdrawnAt: null,
      });
    });
    await tool.restart();
    services.isOut = false;
    const latest = () => new Map(services.scores.map((score) => [score.userId, score]));
    const arrived = () =>
      [...latest().values()].filter(
        ({ userId, scoreGiven }) => Number(userId) >= 1000 && scoreGiven === 1,
      );
    await until(() => arrived().length === 200, 'every score, corrected', 90_000);
    await until(
      async () => (await states()).every(([state]) => state === 'delivered'),
      'all delivered',
      30_000,
    );
    expect(services.refused).toEqual([]);
  }, 180_000);
});

describe('a platform in trouble', () => {
  it.each([
    ['asks for patience (429)', 4, [{ status: 429, headers: { 'retry-after': '2' } }]],
    ['fails (500), and is slow', 5, [{ status: 500, afterMs: 1500 }]],
    ['answers something else for a while', 6, [{ status: 503 }, { status: 502 }]],
  ])(
    '%s: the score arrives',
    async (_name, user, mishaps) => {
      const { services } = platform;
      services.mishaps.push(...mishaps);
      await playLaunch(tool, await launch(tool, platform, given(user)));
      const took = () => services.scores.some(({ userId }) => userId === String(user));
      await until(took, 'the score', 60_000);
      expect(services.mishaps).toEqual([]);
    },
    90_000,
  );

  it('has ended its tokens (401): another is got, at once', async () => {
    const { services } = platform;
    const before = services.tokens();
    services.endTokens();
    await playLaunch(tool, await launch(tool, platform, given(7)));
    await until(() => services.scores.some(({ userId }) => userId === '7'), 'the score', 4000);
    expect(services.tokens()).toBe(before + 1);
  });

  it('keeps one token for many scores', () => {
    expect(platform.services.tokens()).toBeLessThan(10);
  });

  it('changes its keys: launches go on', async () => {
    await platform.rotate();
    // Not before those that it has are a few seconds old.
    const isLaunched = async () => (await launch(tool, platform, given(8))).status === 303;
    await until(isLaunched, 'a launch with the new key');
  });
});
