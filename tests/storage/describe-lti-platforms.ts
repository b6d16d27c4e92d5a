import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { classId } from './make-class-rows.ts';
import { fillCourse, makeLink, makePlatform, makeUser, platformId } from './make-lti-rows.ts';

/** What every database must do with learning platforms. */
export function describeLtiPlatforms(database: string, open: () => Promise<Store>): void {
  describe(`platforms on ${database}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('are kept with their deployments and origins, each client of an issuer once', async () => {
      const { lti } = store;
      const other = makePlatform({ id: 'plf_2', clientId: 'client-2', createdAt: 2000 });
      expect(await lti.addPlatform(makePlatform(), ['1', '2'], ['https://lms.example'])).toBe(true);
      expect(await lti.addPlatform(makePlatform({ id: 'plf_3' }), ['3'], [])).toBe(false);
      expect(await lti.addPlatform(other, [], [])).toBe(true);
      expect(await lti.listPlatforms()).toEqual([
        { ...makePlatform(), deployments: ['1', '2'], origins: ['https://lms.example'] },
        { ...other, deployments: [], origins: [] },
      ]);
      expect(await lti.findPlatforms('https://lms.example')).toEqual([makePlatform(), other]);
      expect(await lti.findPlatforms('https://other.example')).toEqual([]);
      expect(await lti.findPlatform('plf_2')).toEqual(other);
      await lti.addDeployment({ platformId: 'plf_2', deploymentId: '9' }, 1);
      await lti.addDeployment({ platformId: 'plf_2', deploymentId: '9' }, 2);
      expect(await lti.hasDeployment({ platformId: 'plf_2', deploymentId: '9' })).toBe(true);
      expect(await lti.hasDeployment({ platformId, deploymentId: '9' })).toBe(false);
    });

    it('wait until they are approved, and frame nothing before', async () => {
      const { lti } = store;
      await lti.addPlatform(
        makePlatform({ status: 'pending', isTrusted: false }),
        [],
        ['https://lms.example'],
      );
      expect(await lti.listOrigins()).toEqual([]);
      expect(await lti.approvePlatform(platformId)).toBe(true);
      expect(await lti.approvePlatform('plf_2')).toBe(false);
      expect(await lti.findPlatform(platformId)).toEqual(makePlatform());
      await lti.addOrigin(platformId, 'https://www.lms.example');
      await lti.addOrigin(platformId, 'https://www.lms.example');
      expect(await lti.listOrigins()).toEqual([
        { platformId, origin: 'https://lms.example' },
        { platformId, origin: 'https://www.lms.example' },
      ]);
    });

    it('go with what they named; classes stay', async () => {
      await fillCourse(store);
      expect(await store.lti.removePlatform(platformId)).toBe(true);
      expect(await store.lti.removePlatform(platformId)).toBe(false);
      expect(await store.lti.findLink(makeLink())).toBeNull();
      expect(await store.lti.findUser(makeUser())).toBeNull();
      expect(await store.classes.listLearners(classId)).toHaveLength(1);
    });

    it('read keys, old and new, until they end', async () => {
      const { lti } = store;
      const key = { kid: 'one', privateJwk: '{}', createdAt: 1, signsAt: 1, endsAt: null };
      await lti.addKey(key, 50);
      await lti.addKey({ ...key, kid: 'two', createdAt: 2 }, 90);
      await lti.addKey({ ...key, kid: 'three', createdAt: 3 }, 100);
      const ends = async () => (await lti.listKeys()).map(({ kid, endsAt }) => [kid, endsAt]);
      expect(await ends()).toEqual([
        ['one', 90],
        ['two', 100],
        ['three', null],
      ]);
      await lti.forgetKeys(90);
      expect(await ends()).toEqual([
        ['two', 100],
        ['three', null],
      ]);
    });
  });

  describe(`passes on ${database}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());
    const pass = { hash: 'h', kind: 'login', payload: '{"a":1}', classId: null } as const;

    it('are taken by one of twenty who ask at once', async () => {
      const { lti } = store;
      await lti.putPass({ ...pass, expiresAt: 100 }, 1);
      const taken = await Promise.all(
        Array.from({ length: 20 }, () => lti.takePass('h', 'login', 50)),
      );
      expect(taken.filter((each) => each !== null)).toEqual(['{"a":1}']);
    });

    it('are used by one, and are known as used to the others', async () => {
      const { lti } = store;
      await lti.putPass({ ...pass, expiresAt: 100 }, 1);
      const used = await Promise.all(
        Array.from({ length: 20 }, () => lti.usePass('h', 'login', 50)),
      );
      expect(used.filter((each) => each === 'used')).toHaveLength(19);
      expect(used).toContainEqual({ payload: '{"a":1}' });
      expect(await lti.usePass('other', 'login', 50)).toBe('unknown');
    });

    it('open nothing once they are over, nor as another kind', async () => {
      const { lti } = store;
      await lti.putPass({ ...pass, expiresAt: 100 }, 1);
      expect(await lti.readPass('h', 'desk', 50)).toBeNull();
      expect(await lti.takePass('h', 'desk', 50)).toBeNull();
      expect(await lti.readPass('h', 'login', 99)).toBe('{"a":1}');
      expect(await lti.readPass('h', 'login', 100)).toBeNull();
      expect(await lti.takePass('h', 'login', 100)).toBeNull();
      expect(await lti.usePass('h', 'login', 100)).toBe('unknown');
    });

    it('are forgotten once they are over', async () => {
      const { lti } = store;
      await lti.putPass({ ...pass, expiresAt: 100 }, 1);
      await lti.forgetPasses(99);
      expect(await lti.readPass('h', 'login', 50)).toBe('{"a":1}');
      await lti.forgetPasses(100);
      expect(await lti.readPass('h', 'login', 50)).toBeNull();
    });
  });
}
