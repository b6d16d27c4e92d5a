import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Launch } from './launch-claims.ts';
import {
  fieldsOf,
  launch,
  startConnected,
  stopConnected,
  stormLaunch,
  type Tool,
} from './launching.ts';
import type { Platform } from './platform.ts';

let tool: Tool;
let platform: Platform;
beforeAll(async () => {
  ({ tool, platform } = await startConnected());
});
afterAll(() => stopConnected({ tool, platform }));

const launchOf = (user: number, part?: Partial<Launch>) => stormLaunch(tool, user, part);

/** What the page that hands a choice to the platform has signed. */
async function signedIn(body: string): Promise<Record<string, unknown>> {
  const keys = createRemoteJWKSet(new URL(`${tool.origin}/lti/jwks`));
  const { JWT: token = '' } = fieldsOf(body, `${platform.origin}/deep-link-return`);
  const { payload } = await jwtVerify(token, keys, { audience: platform.issuer });
  return payload;
}
const claim = (name: string) => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}`;

describe('deep linking', () => {
  const pick = async (part: Partial<Launch>, form: string | Record<string, string>) => {
    const page = await launch(
      tool,
      platform,
      launchOf(2, { isDeepLink: true, target: `${tool.origin}/lti/launch`, ...part }),
    );
    expect([page.status, page.body]).toEqual([
      200,
      expect.stringContaining('Choose a quiz for the course'),
    ]);
    const { session = '' } = fieldsOf(page.body, '/lti/deep-link?/choose');
    const fields = new URLSearchParams(form);
    fields.set('session', session);
    const post = (path: string, more: URLSearchParams = fields) =>
      page.browser.post(path, more.toString());
    return { page, post, session, reply: await post('/lti/deep-link?/choose') };
  };

  it('hands one quiz over, with its options, a grade column and the data as it came', async () => {
    const data = 'cafe\u0301 "quoted" {"a":1} \u{1F600}';
    const { page, reply } = await pick(
      { data },
      { bank: 'storm', pass: '60', draw: '5', order: 'shuffled' },
    );
    expect(page.body).toContain('type="radio" name="bank" value="storm"');
    expect(reply.status).toBe(200);
    expect(reply.headers).toContain(`form-action 'self' ${platform.origin}`);
    const answer = await signedIn(reply.body);
    expect(answer).toMatchObject({
      iss: platform.clients[0]?.clientId,
      [claim('data')]: data,
      'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingResponse',
      'https://purl.imsglobal.org/spec/lti/claim/version': '1.3.0',
      'https://purl.imsglobal.org/spec/lti/claim/deployment_id': '1',
      [claim('content_items')]: [
        {
          type: 'ltiResourceLink',
          url: `${tool.origin}/lti/launch?bank=storm&draw=5&order=shuffled&pass=60`,
          custom: {
            bank: 'storm',
            draw: '5',
            order: 'shuffled',
            pass: '60',
            context_history: '$Context.id.history',
            link_history: '$ResourceLink.id.history',
          },
          lineItem: { scoreMaximum: 100, resourceId: 'storm', tag: 'verbatim' },
        },
      ],
    });
  });

  it('hands several over where the platform takes several, and one where it does not', async () => {
    const both = 'bank=storm&bank=storm';
    const several = await pick({ acceptsMultiple: true }, both);
    expect(several.page.body).toContain('type="checkbox" name="bank"');
    const one = await pick({}, both);
    expect((await signedIn(several.reply.body))[claim('content_items')]).toHaveLength(2);
    const answer = await signedIn(one.reply.body);
    expect(answer[claim('content_items')]).toHaveLength(1);
    expect(answer).not.toHaveProperty([claim('data')]);
  });

  it('hands some questions of a quiz over', async () => {
    const { post, session } = await pick({}, {});
    const questions = await post(
      '/lti/deep-link?/questions',
      new URLSearchParams({ session, only: 'storm' }),
    );
    const ids = [...questions.body.matchAll(/name="items" value="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(3);
    const [first = '', , third = ''] = ids;
    const form = new URLSearchParams({ session, bank: 'storm' });
    for (const id of [first, third]) form.append('items', id);
    const reply = await post('/lti/deep-link?/choose', form);
    const [item] = (await signedIn(reply.body))[claim('content_items')] as { url: string }[];
    expect(new URL(item?.url ?? '').searchParams.get('items')).toBe(`${first},${third}`);
  });

  it('adds no question where none is ticked, and keeps the ticks where something else is wrong', async () => {
    const { post, session } = await pick({}, {});
    const form = { session, bank: 'storm', only: 'storm' };
    const none = await post('/lti/deep-link?/choose', new URLSearchParams(form));
    expect([none.status, none.body]).toEqual([400, expect.stringContaining('none is ticked')]);
    const [item = ''] = /name="items" value="([^"]+)"/.exec(none.body)?.slice(1) ?? [];
    const wrong = new URLSearchParams({ ...form, items: item, pass: '200' });
    const again = await post('/lti/deep-link?/choose', wrong);
    expect(again.body.match(/name="items"[^>]*checked/g)).toHaveLength(1);
    const back = await post('/lti/deep-link?/quizzes', wrong);
    expect(back.body).toContain('type="radio" name="bank" value="storm"');
  });

  it('asks again where nothing, or something that can’t be, was chosen; and answers once', async () => {
    const { post, reply, session } = await pick({}, {});
    expect([reply.status, reply.body]).toEqual([400, expect.stringContaining('Choose a quiz.')]);
    const wrong = new URLSearchParams({ session, bank: 'storm', pass: '200' });
    const again = await post('/lti/deep-link?/choose', wrong);
    expect([again.status, again.body]).toEqual([
      400,
      expect.stringContaining('Pass mark: “200” is not a whole number from 1 to 100.'),
    ]);
    expect(again.body).toMatch(/<input[^>]*name="bank" value="storm"[^>]*checked/);
    const right = new URLSearchParams({ session, bank: 'storm' });
    expect((await post('/lti/deep-link?/choose', right)).status).toBe(200);
    expect((await post('/lti/deep-link?/choose', right)).status).toBe(403);
  });
});
