import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClient } from '../http/client.ts';
import type { Launch } from './launch-claims.ts';
import { launch, openQuiz, register, startTool, type Tool } from './launching.ts';
import { startPlatform, userOf, type Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
beforeAll(async () => {
  tool = await startTool();
  platform = await startPlatform({ isMoodleLike: true, deploymentId: '1', pageSize: 3 });
  expect((await register(tool, platform)).status).toBe(200);
});
afterAll(async () => {
  await tool.stop();
  await platform.close();
});

const launchOf = (user: number, part: Partial<Launch> = {}): Launch => ({
  user: userOf(user),
  target: `${tool.origin}/lti/launch?bank=storm`,
  ...part,
});

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
