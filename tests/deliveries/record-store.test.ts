import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completedStatement } from '../../src/lib/formats/xapi/attempt-statements.ts';
import type { Statement } from '../../src/lib/formats/xapi/statement.ts';
import { putStatement } from '../../src/lib/server/xapi/record-store.ts';
import { startRecordStore, type FakeRecordStore } from './fake-record-store.ts';

const attempt = {
  origin: 'https://quiz.example',
  attemptId: 'att_a',
  pseudonym: 'learner',
  bank: { id: 'storm', title: 'The storm', summary: 'Two reports.', language: 'en' },
};
const statement = completedStatement(attempt, { points: 3, maxPoints: 4, correct: false }, 1000);

let store: FakeRecordStore;
beforeEach(async () => {
  store = await startRecordStore();
});
afterEach(() => store.close());

function put(part: Partial<Statement> = {}, given: { authorization?: string } = {}) {
  const { authorization = store.authorization } = given;
  const settings = { endpoint: store.endpoint, authorization };
  const context = { settings, fetch, now: () => 0 };
  return putStatement(context, { ...statement, ...part }, AbortSignal.timeout(5000));
}

/** A store that answers everything with this status. */
function answering(status: number, headers: Record<string, string> = {}, body = '') {
  store.mood = (_request, response) => {
    response.writeHead(status, headers).end(body);
    return true;
  };
}

describe('a statement', () => {
  it('is put under its id, with version and authorization', async () => {
    expect(await put()).toMatchObject({ kind: 'delivered' });
    expect(store.faults).toEqual([]);
    expect(store.statements).toMatchObject([statement]);
  });

  it('that the store has already is delivered', async () => {
    await put();
    expect(await put()).toMatchObject({ kind: 'delivered' });
    expect(store.statements).toHaveLength(1);
  });

  it('is refused where the store has another of its id', async () => {
    await put({ result: { completion: false } });
    expect(await put()).toMatchObject({ kind: 'refused' });
  });

  it('that the store has already is delivered where the store may not be read', async () => {
    await put();
    store.mood = (request, response) => {
      if (request.method === 'PUT') return false;
      response.writeHead(403).end();
      return true;
    };
    expect(await put()).toMatchObject({ kind: 'delivered' });
  });

  it('waits where something else than a record store says that all is well', async () => {
    answering(200, { 'content-type': 'text/html' }, '<h1>Log in</h1>');
    expect(await put()).toEqual({
      kind: 'later',
      reason:
        'XAPI_ENDPOINT leads to no record store: 200 text/html. Write the address that comes before /statements.',
    });
    answering(200, { 'x-experience-api-version': '1.0.3' });
    expect(await put()).toMatchObject({ kind: 'delivered' });
    answering(204);
    expect(await put()).toMatchObject({ kind: 'delivered' });
  });

  it('that the store can’t take is refused with the store’s words', async () => {
    answering(400, {}, 'scaled must be at most 1');
    expect(await put()).toEqual({
      kind: 'refused',
      reason: '400 Bad Request scaled must be at most 1',
    });
  });

  it.each([401, 403, 404, 500, 503])('waits where the store answers %d', async (status) => {
    answering(status);
    expect((await put()).kind).toBe('later');
  });

  it('waits as long as a store asks that takes too many', async () => {
    answering(429, { 'retry-after': '90' });
    expect(await put()).toMatchObject({ kind: 'later', afterMs: 90_000 });
  });

  it('waits where there is no store', async () => {
    await store.close();
    expect(await put()).toMatchObject({
      kind: 'later',
      reason: expect.stringMatching(/^No answer: .*ECONNREFUSED/) as string,
    });
  });

  it('follows no redirect, which would get the authorization', async () => {
    const elsewhere = await startRecordStore();
    answering(307, { location: `${elsewhere.endpoint}statements` });
    expect(await put()).toMatchObject({
      kind: 'later',
      reason: expect.stringMatching(/XAPI_ENDPOINT leads elsewhere.*127\.0\.0\.1/) as string,
    });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it('tells nobody the secret', async () => {
    answering(400, {}, 'no');
    const sent = JSON.stringify(await put({}, { authorization: 'Basic wrong' }));
    expect(sent).not.toContain('wrong');
  });
});
