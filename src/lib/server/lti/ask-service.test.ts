import { describe, expect, it } from 'vitest';
import type { Platform } from '../storage/lti-store.ts';
import { listFrom, type ServiceContext } from './ask-service.ts';

const origin = 'https://lms.example';

/** A service whose pages name what `nextOf` says as the page after them; counts what is asked. */
function pagesWith(nextOf: (page: number) => string | null) {
  const asked: string[] = [];
  const context: ServiceContext = {
    now: () => 0,
    tokens: { get: async () => ({ kind: 'token', token: 't' }), forget: () => undefined },
    fetchFor: () => async (address) => {
      const next = nextOf(asked.push(address));
      return Response.json([address], next === null ? {} : { headers: { link: next } });
    },
  };
  const list = () =>
    listFrom(context, {} as Platform, [], { address: `${origin}/list` }, (page) => page);
  return { asked, list };
}

const linkTo = (path: string) => `<${origin}${path}>; rel="next"`;

describe('a list of a platform', () => {
  it('is read to its last page', async () => {
    const { list } = pagesWith((page) => (page < 4 ? linkTo(`/list?page=${page}`) : null));
    expect(await list()).toMatchObject({
      entries: ['', '?page=1', '?page=2', '?page=3'].map((query) => `${origin}/list${query}`),
    });
  });

  it('ends where it leads back to itself', async () => {
    const { asked, list } = pagesWith((page) => linkTo(page % 2 === 1 ? '/list?page=2' : '/list'));
    expect(await list()).toMatchObject({ kind: 'listed', entries: { length: 2 } });
    expect(asked).toHaveLength(2);
  });

  it('is none where it has no end, so that what lies further on is not taken for missing', async () => {
    const { asked, list } = pagesWith((page) => linkTo(`/list?page=${page}`));
    expect(await list()).toMatchObject({
      kind: 'failed',
      sent: { kind: 'later', reason: 'The platform’s list has more than 200 pages.' },
    });
    expect(asked).toHaveLength(200);
  });

  it('is followed to no other site, since the token would go along', async () => {
    const { asked, list } = pagesWith(() => '<https://elsewhere.example/list>; rel="next"');
    expect(await list()).toMatchObject({ kind: 'listed' });
    expect(asked).toEqual([`${origin}/list`]);
  });
});
