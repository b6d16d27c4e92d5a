import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/lib/server/storage/open.ts';
import { storagePlace } from '../../src/lib/server/storage/place.ts';
import { makeClient } from '../http/client.ts';
import type { Launch } from './launch-claims.ts';
import {
  fieldsOf,
  fromPlatform,
  launch,
  openQuiz,
  register,
  startConnected,
  startTool,
  stopConnected,
  stormLaunch,
  type Tool,
} from './launching.ts';
import { startPlatform, userOf, type Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
beforeAll(async () => {
  ({ tool, platform } = await startConnected());
});
afterAll(() => stopConnected({ tool, platform }));

const launchOf = (user: number, part?: Partial<Launch>) => stormLaunch(tool, user, part);

describe('who may frame the pages', () => {
  const ancestors = (headers: string) => /frame-ancestors ([^;\n]*)/.exec(headers)?.[1];

  it('are the platform for what can be clicked, and everybody for a refusal', async () => {
    const desk = await launch(tool, platform, launchOf(2));
    expect(ancestors(desk.headers)).toBe(`'self' ${platform.origin}`);
    expect(desk.headers).not.toContain('x-frame-options');
    const refused = await makeClient(tool.origin).get('/lti/login');
    expect(ancestors(refused.headers)).toBe('*');
    const page = await makeClient(tool.origin).get('/teach');
    expect(ancestors(page.headers)).toBe("'none'");
  });

  it('is the school from where the first launch comes, and no other platform', async () => {
    const other = await startPlatform({ deploymentId: '1' });
    await register(tool, other);
    const claims = {
      'https://purl.imsglobal.org/spec/lti/claim/launch_presentation': {
        return_url: 'https://school.example/courses/1',
      },
    };
    const desk = await launch(tool, platform, launchOf(2, { claims }));
    expect(ancestors(desk.headers)).toBe(`'self' ${platform.origin} https://school.example`);
    await other.close();
  });

  it('is nobody for the page that asks for a yes', async () => {
    const query = platform.offer(launchOf(3));
    query.set('alone', '1');
    const login = await makeClient(tool.origin).get(`/lti/login?${String(query)}`);
    const form = fieldsOf(await (await fetch(login.location ?? '')).text());
    const asked = await makeClient(tool.origin).post('/lti/launch', form, fromPlatform(platform));
    expect(asked.body).toContain('Yes, go on');
    expect(ancestors(asked.headers)).toBe("'none'");
  });

  it('may show the mark that the tool is registered with', async () => {
    const mark = String(platform.clients[0]?.configuration['logo_uri']);
    const { headers, status } = await fetch(mark);
    expect(status).toBe(200);
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('may the platform be for quizzes, where others may not', async () => {
    const listed = await startTool({ EMBED_ORIGINS: 'none' });
    try {
      await register(listed, platform);
      const client = platform.clients.at(-1);
      const given = { user: userOf(3), target: `${listed.origin}/lti/launch?bank=storm` };
      const { address } = await openQuiz(listed, await launch(listed, platform, given, client));
      const { headers } = await makeClient(listed.origin).get(address);
      expect(ancestors(headers)).toBe(`'self' ${platform.origin}`);
    } finally {
      await listed.stop();
    }
  });
});

describe('registration', () => {
  it('is refused where it is off, wants the secret where there is one, and waits where it is to', async () => {
    const peer = await startPlatform({ deploymentId: '1' });
    const statusWith = async (env: Record<string, string>, more: Record<string, string> = {}) => {
      const own = await startTool(env);
      try {
        const registered = await register(own, peer, more);
        const client = peer.clients.at(-1);
        const given = { user: userOf(3), target: `${own.origin}/lti/launch?bank=storm` };
        const query = peer.offer(given, client);
        const login = await makeClient(own.origin).get(`/lti/login?${String(query)}`);
        return [registered.status, login.status];
      } finally {
        await own.stop();
      }
    };
    const secret = 'a-long-secret-of-the-house';
    expect(await statusWith({ LTI_REGISTRATION: 'off' })).toEqual([403, 403]);
    expect(await statusWith({ LTI_REGISTRATION: secret })).toEqual([403, 403]);
    expect(await statusWith({ LTI_REGISTRATION: secret }, { secret })).toEqual([200, 302]);
    expect(await statusWith({ LTI_REGISTRATION: 'approve' })).toEqual([200, 403]);
    await peer.close();
  });

  it('ends with the platform: its pages open nothing any more', async () => {
    const peer = await startPlatform({ deploymentId: '1' });
    await register(tool, peer);
    const desk = await launch(tool, peer, launchOf(2));
    const store = await openStore(storagePlace({ DATA_DIR: tool.dataDir }));
    const removed = (await store.lti.listPlatforms()).find(({ issuer }) => issuer === peer.issuer);
    await store.lti.removePlatform(removed?.id ?? '');
    await store.close();
    const { session = '' } = fieldsOf(desk.body, '/lti/desk?/open');
    for (const action of ['open', 'resend', 'roster']) {
      const reply = await desk.browser.post(`/lti/desk?/${action}`, { session });
      expect([action, reply.status]).toEqual([action, 403]);
    }
    await peer.close();
  });

  it('asks at no address that is no platform’s', async () => {
    const browser = makeClient(tool.origin);
    for (const address of [
      'http://169.254.169.254/latest',
      'https://10.0.0.1/x',
      'http://93.184.216.34/x',
    ]) {
      const form = { openid_configuration: address, registration_token: 't' };
      const { body, status } = await browser.post('/lti/register', form);
      expect([address, status, body]).toEqual([
        address,
        502,
        expect.stringContaining('is not asked'),
      ]);
    }
    const none = await browser.get('/lti/register');
    expect(none.status).toBe(403);
  });

  it('wants the platform’s own token, and says what the platform answered', async () => {
    const wrong = await register(tool, { ...platform, registrationToken: 'wrong' });
    expect([wrong.status, wrong.body]).toEqual([502, expect.stringContaining('invalid_token')]);
  });
});
