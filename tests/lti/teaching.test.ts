import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClient, type Client as Browser } from '../http/client.ts';
import type { Launch } from './launch-claims.ts';
import {
  fieldsOf,
  launch,
  openQuiz,
  pathOf,
  playLaunch,
  register,
  startTool,
  until,
  type Tool,
} from './launching.ts';
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

const courseOf = (id: string, title = 'Media studies') => ({ course: { id, title } });
const linkOf = (id: string) => ({ link: { id, title: 'The storm' } });
const launchOf = (user: number, part: Partial<Launch> = {}): Launch => ({
  user: userOf(user),
  target: `${tool.origin}/lti/launch?bank=storm`,
  ...part,
});

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

  it('asks again where nothing, or something that can’t be, was chosen; and answers once', async () => {
    const { post, reply, session } = await pick({}, {});
    expect([reply.status, reply.body]).toEqual([400, expect.stringContaining('Choose a quiz.')]);
    const wrong = new URLSearchParams({ session, bank: 'storm', pass: '200' });
    const again = await post('/lti/deep-link?/choose', wrong);
    expect([again.status, again.body]).toEqual([400, expect.stringContaining('“200” can’t')]);
    const right = new URLSearchParams({ session, bank: 'storm' });
    expect((await post('/lti/deep-link?/choose', right)).status).toBe(200);
    expect((await post('/lti/deep-link?/choose', right)).status).toBe(403);
  });
});

describe('a link without a quiz', () => {
  it('lets its instructor choose one, and leads learners there from then on', async () => {
    const part = { ...courseOf('bare'), ...linkOf('bare-1'), target: `${tool.origin}/lti/launch` };
    const early = await launch(tool, platform, launchOf(3, part));
    expect([early.status, early.body]).toEqual([404, expect.stringContaining('leads to no quiz')]);
    const page = await launch(tool, platform, launchOf(2, part));
    const { session = '' } = fieldsOf(page.body, '/lti/deep-link?/choose');
    const chosen = await page.browser.post('/lti/deep-link?/choose', { session, bank: 'storm' });
    expect(chosen.body).toContain('See it as learners do');
    expect((await launch(tool, platform, launchOf(3, part))).status).toBe(303);
  });

  it('plays what its address names for whom the platform does not tell of', async () => {
    const reply = await launch(tool, platform, launchOf(3, { claims: { sub: undefined } }));
    expect([reply.status, reply.location]).toEqual([303, '/embed/storm']);
  });
});

/** The teacher's browser, taken into the class by the ticket of a launch. */
async function openClass(desk: { readonly body: string; readonly browser: Browser }) {
  const { session = '' } = fieldsOf(desk.body, '/lti/desk?/open');
  const ticket = await desk.browser.post('/lti/desk?/open', { session });
  expect(ticket.status).toBe(303);
  const teacher = makeClient(tool.origin);
  const opened = await teacher.get(pathOf(ticket.location));
  expect(opened.status).toBe(303);
  return { session, teacher, ticket: pathOf(ticket.location), path: pathOf(opened.location) };
}

describe('an instructor', () => {
  const part = { ...courseOf('taught', 'Taught course'), ...linkOf('taught-1') };

  it('sees how far learners are, leads the class by a ticket that works once, and is never scored', async () => {
    const learner = await launch(tool, platform, launchOf(3, part));
    await playLaunch(tool, learner);
    const desk = await launch(tool, platform, launchOf(2, part));
    expect(desk.status).toBe(200);
    expect(desk.body).toContain('1 learner, of whom 1 began and 1 finished');
    expect(desk.body).toContain('href="/embed/storm"');
    await until(
      () => platform.services.scores.some(({ lineItem }) => lineItem.includes('taught-1')),
      'score',
    );
    const { teacher, ticket, path } = await openClass(desk);
    const page = await teacher.get(path);
    expect([page.status, page.body]).toEqual([
      200,
      expect.stringContaining('Scores sent to the course'),
    ]);
    expect(page.body).toContain('Learner 01');
    const again = await makeClient(tool.origin).get(ticket);
    expect([again.status, again.body]).toEqual([
      403,
      expect.stringContaining('once, within five minutes'),
    ]);
    const csv = await teacher.get(`${path}/downloads/gradebook.csv`);
    expect([csv.status, csv.body]).toEqual([200, expect.stringContaining('Learner 01')]);
    expect(platform.services.refused).toEqual([]);
    expect(platform.services.scores.every(({ userId }) => userId !== '2')).toBe(true);
  });

  it('has scores sent again, one or all, from both pages', async () => {
    const desk = await launch(tool, platform, launchOf(2, part));
    const sent = () =>
      platform.services.scores.filter(({ lineItem }) => lineItem.includes('taught-1'));
    const before = sent().length;
    const { path, session, teacher } = await openClass(desk);
    const learner = /name="learner" value="(lrn_\w+)"/.exec(desk.body)?.[1] ?? '';
    const resent = await desk.browser.post('/lti/desk?/resend', { session, learner });
    expect(resent.body).toContain('1 score is being sent again');
    await until(() => sent().length === before + 1, 'sent again');
    expect((await teacher.post(`${path}?/resend`, { learner })).status).toBe(303);
    await until(() => sent().length === before + 2, 'sent again from the class');
    const stamps = sent().map(({ timestamp }) => timestamp);
    expect(stamps).toEqual([...new Set(stamps)].sort());
    const open = await desk.browser.post('/lti/desk?/resend', { session });
    expect(open.body).toContain('There was nothing to send again');
  });

  it('corrects a question, and what learners earned by it is sent', async () => {
    const desk = await launch(tool, platform, launchOf(2, part));
    const { path, teacher } = await openClass(desk);
    const last = () =>
      platform.services.scores.findLast(({ lineItem }) => lineItem.includes('taught-1'));
    const before = last();
    const item = /\/items\/([a-z-]+)"/.exec(
      (await teacher.get(`${path}/results/questions`)).body,
    )?.[1];
    const corrected = await teacher.post(`${path}/items/${item}?/correct`, {
      kind: 'drop',
      reason: 'Two readings fit.',
    });
    expect(corrected.status).toBe(303);
    await until(() => last() !== before, 'the corrected score', 40_000);
    expect(last()?.scoreMaximum).toBeLessThan(before?.scoreMaximum ?? 0);
  }, 60_000);

  it('reads the course’s list, page by page, and finds its learners in the class', async () => {
    const desk = await launch(tool, platform, launchOf(2, part));
    const { session, teacher, path } = await openClass(desk);
    const read = await desk.browser.post('/lti/desk?/roster', { session });
    expect(read.body).toContain('7 learners were added; 1 was here already');
    const classPath = /href="(\/teach\/classes\/cls_\w+)/.exec((await teacher.get(path)).body)?.[1];
    const { body } = await teacher.get(`${classPath}/learners`);
    for (let number = 1; number <= 8; number += 1) expect(body).toContain(`Learner 0${number}`);
    expect(body).not.toContain('Teacher 01');
    const again = await desk.browser.post('/lti/desk?/roster', { session });
    expect(again.body).toContain('Nobody was added; 8 were here already');
    const known = await openQuiz(tool, await launch(tool, platform, launchOf(4, part)));
    expect(known.page).toContain('Question 1 of');
  });

  it('can do nothing with a session that is none, nor by the address alone', async () => {
    const browser = makeClient(tool.origin);
    for (const path of [
      '/lti/desk?/open',
      '/lti/desk?/resend',
      '/lti/desk?/roster',
      '/lti/deep-link?/choose',
      '/lti/bind',
    ]) {
      const { body, status } = await browser.post(path, {
        session: 'x'.repeat(43),
        pass: 'x'.repeat(43),
      });
      expect([path, status, body]).toEqual([
        path,
        403,
        expect.stringContaining('This page is over'),
      ]);
    }
    for (const path of [
      '/lti/desk',
      '/lti/launch',
      '/lti/bind',
      '/lti/deep-link',
      `/lti/teach/${'x'.repeat(43)}`,
    ]) {
      expect([path, (await browser.get(path)).status]).toEqual([path, 403]);
    }
  });
});

describe('a course that was copied', () => {
  it('is a class of its own, with the settings of the link it was copied from', async () => {
    const old = { ...courseOf('spring'), ...linkOf('spring-1') };
    const { teacher, path } = await openClass(await launch(tool, platform, launchOf(2, old)));
    const settings = {
      title: 'Storm, second try',
      attempts: 'any',
      rule: 'last',
      feedback: 'now',
      certainty: 'off',
    };
    expect((await teacher.post(`${path}?/settings`, settings)).status).toBe(303);
    for (const [id, custom] of [
      ['autumn', { link_history: 'spring-1' }],
      ['winter', { context_history: 'autumn,spring', link_history: '$ResourceLink.id.history' }],
    ] as const) {
      const copy = { ...courseOf(id), ...linkOf(`${id}-1`), custom };
      const desk = await launch(tool, platform, launchOf(2, copy));
      expect(desk.body).toContain('Storm, second try');
      expect(desk.body).toContain('0 learners');
    }
  });

  it('finds its quiz by its history alone', async () => {
    const old = { ...courseOf('first'), ...linkOf('first-1') };
    expect((await launch(tool, platform, launchOf(3, old))).status).toBe(303);
    const bare = {
      ...courseOf('second'),
      ...linkOf('second-1'),
      target: `${tool.origin}/lti/launch`,
      custom: { link_history: 'zero-1,first-1' },
    };
    expect((await launch(tool, platform, launchOf(3, bare))).status).toBe(303);
  });
});

describe('options of a link', () => {
  it('draw anew for each learner, and another quiz behind the link is another assignment', async () => {
    const part = { ...courseOf('drawn'), ...linkOf('drawn-1') };
    const target = `${tool.origin}/lti/launch?bank=storm&draw=3&order=shuffled&theme=dark`;
    const seen = new Set<string>();
    for (const user of [3, 4, 5, 6, 7]) {
      const reply = await launch(
        tool,
        platform,
        launchOf(user, { ...part, target, locale: 'qps_PLOCM' }),
      );
      const { address, page } = await openQuiz(tool, reply);
      expect(address).toContain('theme=dark');
      expect(address).toContain('lang=qps-PLOCM');
      expect(page).toMatch(/ 3\b/);
      seen.add(/\/items\/([a-z-]+)/.exec(page)?.[1] ?? '');
    }
    expect(seen.size).toBeGreaterThan(1);
    const other = await launch(
      tool,
      platform,
      launchOf(2, { ...part, target: `${tool.origin}/lti/launch?bank=storm` }),
    );
    expect(other.body).toContain('5 learners, of whom 0 began');
  });
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
