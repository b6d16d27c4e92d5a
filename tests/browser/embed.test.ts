import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goBackstage, type Backstage } from '../http/guards/backstage.ts';
import type { AttemptId, BankId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { makeOwnerSecret, ownerOf } from '../../src/lib/server/owner.ts';
import { openHostSite, type HostKind, type HostSite } from './embed/host-site.ts';
import { faultsIn, playInFrame } from './embed/journey.ts';
import { remoteOf } from './embed/playwright-remote.ts';
import { waitFor } from './embed/remote.ts';
import { looks, openInLook } from './every-look.ts';
import { useStage } from './stage.ts';
import { check, enter, stormItems } from './storm.ts';

const stage = useStage();
let site: HostSite;
let backstage: Backstage;

beforeAll(async () => {
  site = await openHostSite(stage.server.origin);
  backstage = await goBackstage(stage.server.dataDir);
});
afterAll(async () => {
  site.close();
  await backstage.context.store.close();
});

/** How many answers to the fixture bank are stored of everybody. */
async function storedAnswers(): Promise<number> {
  const bank = 'storm' as BankId;
  const { store } = backstage.context;
  const owners = await store.selfStudy.pageOwners(bank, null, 1000);
  const attempts = await store.selfStudy.listAttempts(bank, owners);
  const answers = await Promise.all(
    attempts.map(({ id, owner }) => store.listAnswers(id as AttemptId, owner)),
  );
  return answers.flat().length;
}

it('the foot of a question is no wider than the question until passages stand beside it', async () => {
  const page = await stage.browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${stage.server.origin}/embed/storm?items=schools`);
  const widthOf = async (selector: string) =>
    (await page.locator(selector).last().boundingBox())?.width;
  expect(await widthOf('main > p')).toBe(await widthOf('.progress'));
  await enter(page, stormItems.find(({ id }) => id === 'schools')?.right ?? []);
  await check(page);
  expect(await widthOf('main > p')).toBe(await widthOf('article'));
  await page.close();
});

describe('on a page of another site', () => {
  it.each<[string, HostKind, string]>([
    ['by the two lines of a frame', 'iframe', 'iframe'],
    ['by the element', 'element', 'verbatim-quiz'],
  ])('a quiz is played to its end %s', async (_name, kind, tag) => {
    const remote = await remoteOf(stage.browser);
    const before = await storedAnswers();
    const journey = await playInFrame(remote, site.addressOf(kind), true);
    expect(faultsIn(journey, stormItems.length)).toEqual([]);
    expect((await storedAnswers()) - before).toBe(stormItems.length);
    const origins = journey.messages.map(({ origin }) => origin);
    expect(new Set(origins)).toEqual(new Set([stage.server.origin]));
    expect(journey.events.map(({ type }) => type)).toEqual([
      'ready',
      ...stormItems.map(() => 'answered'),
      'completed',
    ]);
    expect(new Set(journey.events.map((event) => event.tag))).toEqual(new Set([tag]));
    expect(journey.events.at(-1)?.detail).toMatchObject({ verbatim: 1, passed: false });
    await remote.close();
  });

  it('a quiz is played to its end in a sandbox, from no origin, with storage and forms blocked', async () => {
    const remote = await remoteOf(stage.browser);
    const before = await storedAnswers();
    const journey = await playInFrame(remote, site.addressOf('sandbox'), false);
    expect(faultsIn(journey, stormItems.length)).toEqual([]);
    expect((await storedAnswers()) - before).toBe(stormItems.length);
    expect(new Set(journey.messages.map(({ origin }) => origin))).toEqual(new Set(['null']));
    await expect(remote.inFrame('sessionStorage.length')).rejects.toThrow(/sandboxed/);
    expect(await remote.inHost(`document.querySelector('iframe').style.visibility`)).toBe(
      'visible',
    );
    await remote.close();
  });

  it('a quiz whose frame stays too low can be scrolled, and shows what comes', async () => {
    const remote = await remoteOf(stage.browser);
    const journey = await playInFrame(remote, site.addressOf('low'), false);
    const growing = ['the frame never grew', 'the frame never shrank'];
    expect(faultsIn(journey, stormItems.length)).toEqual(growing);
    expect(await remote.inFrame('getComputedStyle(document.documentElement).overflowY')).toBe(
      'visible',
    );
    await remote.close();
  });

  it('neither the focus nor the page is drawn to the quiz by itself', async () => {
    const remote = await remoteOf(stage.browser);
    await remote.open(site.addressOf('iframe'));
    await waitFor('the script', async () => Number(await remote.inHost('told.length')) > 0);
    expect(await remote.inHost('document.activeElement.localName')).toBe('body');
    await remote.inHost('scrollTo(0, 60)');
    await remote.inFrame(`document.querySelector('input').click()`);
    await remote.inFrame(`document.querySelector('form button').click()`);
    await waitFor('the verdict', async () =>
      Boolean(await remote.inFrame(`!!document.querySelector('#verdict')`)),
    );
    expect(await remote.inFrame('document.activeElement.id')).toBe('verdict');
    expect(await remote.inHost('scrollY')).toBe(60);
    await remote.close();
  });

  it('a reload goes on where the answers are', async () => {
    const remote = await remoteOf(stage.browser);
    await remote.open(site.addressOf('iframe'));
    const frame = remote.page.frameLocator('iframe');
    await frame.getByLabel('Until Tuesday').check();
    await frame.getByRole('button', { name: 'Check answer' }).click();
    await frame.locator('#verdict').waitFor();
    await remote.page.reload();
    await frame.getByText('Question 2 of 11').waitFor();
    await remote.close();
  });

  it('a script that comes late sizes the frame that was there before it', async () => {
    const remote = await remoteOf(stage.browser);
    await remote.open(site.addressOf('low'));
    await waitFor('the frame', async () => Number(await remote.inHost('told.length')) > 0);
    await remote.inHost(`(() => {
      const script = document.createElement('script');
      script.src = '${stage.server.origin}/embed.js';
      document.body.append(script);
    })()`);
    const height = `document.querySelector('iframe').offsetHeight`;
    await waitFor('the height', async () => Number(await remote.inHost(height)) > 300);
    await waitFor('the event', async () => Number(await remote.inHost('events.length')) === 1);
    await remote.close();
  });

  it.each(['launched', 'launched-sandbox'] as const)(
    'an attempt opens by the token behind its address, which then is gone: %s',
    async (kind) => {
      const token = makeOwnerSecret();
      const owner = ownerOf(token) as OwnerId;
      const attempt = await backstage.app.startAttempt('storm', owner);
      const remote = await remoteOf(stage.browser);
      await remote.open(`${site.addressOf(kind)}${attempt}/${token}`);
      const frame = remote.page.frameLocator('iframe');
      await frame.getByLabel('Until Tuesday').check();
      await check(frame);
      expect(await remote.inFrame('location.hash')).toBe('');
      expect(await remote.inFrame('document.documentElement.outerHTML')).not.toContain(token);
      const { store } = backstage.context;
      expect(await store.listAnswers(attempt as AttemptId, owner)).toHaveLength(1);
      await remote.close();
    },
  );

  it('an answer that can’t be sent stays in its form, which says so, and is sent again', async () => {
    const remote = await remoteOf(stage.browser);
    await remote.open(site.addressOf('iframe'));
    const frame = remote.page.frameLocator('iframe');
    await frame.getByLabel('Until Tuesday').check();
    await remote.page.route('**/embed/attempts/**', (route) => route.abort());
    await frame.getByRole('button', { name: 'Check answer' }).click();
    await frame.locator('form [data-fault]').waitFor();
    expect(await frame.getByLabel('Until Tuesday').isChecked()).toBe(true);
    await remote.page.unroute('**/embed/attempts/**');
    await check(frame);
    await remote.page.route('**/embed/attempts/**', (route) => route.abort());
    await frame.getByRole('link', { name: 'Next question' }).click();
    await frame.locator('.act [data-fault]').waitFor();
    await remote.page.unroute('**/embed/attempts/**');
    await frame.getByRole('link', { name: 'Next question' }).click();
    await frame.getByText('Question 2 of 11').waitFor();
    await remote.close();
  });

  it('a quiz is played without script in an ordinary frame', async () => {
    const remote = await remoteOf(stage.browser, { javaScriptEnabled: false });
    await remote.open(site.addressOf('iframe'));
    const frame = remote.page.frameLocator('iframe');
    for (const item of stormItems) {
      await frame.locator('form').first().waitFor();
      await enter(frame, item.right);
      await check(frame);
      await frame.getByRole('link', { name: /^(Next question|See your results)$/ }).click();
      await frame.locator('#verdict').waitFor({ state: 'detached' });
    }
    await frame.getByText('Passed: you have 100%, and the pass mark is 80%').waitFor();
    expect(await remote.cookieNames()).toEqual([]);
    await remote.close();
  });

  it('the element follows its attributes, and names what is no quiz', async () => {
    const remote = await remoteOf(stage.browser);
    await remote.open(site.addressOf('element'));
    const shown = () =>
      remote.inHost(
        `document.querySelector('verbatim-quiz').shadowRoot.querySelector('iframe')?.src`,
      );
    const change = (name: string, value: string) =>
      remote.inHost(`document.querySelector('verbatim-quiz').setAttribute('${name}', '${value}')`);
    const address = `${stage.server.origin}/embed/storm`;
    await waitFor('the frame', async () => (await shown()) === `${address}?pass=80`);
    await change('items', 'schools,hurt');
    await change('theme', 'dark');
    await waitFor(
      'the options',
      async () => (await shown()) === `${address}?items=schools,hurt&pass=80&theme=dark`,
    );
    await change('bank', '../teach');
    await waitFor(
      'the words',
      async () => (await shown()) === null || (await shown()) === undefined,
    );
    await change('bank', 'storm');
    await waitFor('the frame again', async () => typeof (await shown()) === 'string');
    await remote.close();
  });

  it('a message that only looks like ours changes nothing', async () => {
    const remote = await remoteOf(stage.browser);
    await remote.open(site.addressOf('iframe'));
    await waitFor('the height', async () => Number(await remote.inHost('told.length')) > 0);
    await remote.inHost(`(() => {
      const frame = document.querySelector('iframe');
      window.heights = [];
      new MutationObserver(() => heights.push(frame.style.height)).observe(frame, {
        attributes: true,
      });
    })()`);
    const resize = (height: string) =>
      `postMessage({ verbatim: 1, type: 'resize', height: ${height} }, '*')`;
    await remote.inHost(resize('5000'));
    for (const height of [`'6000'`, 'NaN', '-50', '1e9']) {
      await remote.inFrame(`parent.${resize(height)}`);
    }
    await waitFor('the limit', async () =>
      JSON.stringify(await remote.inHost('heights')).includes('20000px'),
    );
    expect(await remote.inHost('heights')).toEqual(['80px', '20000px']);
    await remote.close();
  });
});

describe.each(looks)('every page of an embed in $colorScheme at $width px', (inLook) => {
  it('meets WCAG 2.2 A and AA as far as axe can see, and fits its width', async () => {
    const { origin } = stage.server;
    const { context, faults, look, page, visit } = await openInLook(stage.browser, origin, inLook);
    for (const path of ['thunder', 'attempts/none', 'storm?accent=ffe600&pass=200&draws=3']) {
      await visit(`/embed/${path}`);
    }
    await page.goto(`${origin}/embed/storm?pass=80&accent=00a000`);
    for (const [index, item] of stormItems.entries()) {
      await look(`${item.id} open`);
      await enter(page, index % 2 === 0 ? item.wrong : item.right);
      await check(page);
      await look(`${item.id} answered`);
      await page.getByRole('link', { name: /^(Next question|See your results)$/ }).click();
      await page.locator('#verdict').waitFor({ state: 'detached' });
    }
    await look('results');
    expect(faults).toEqual([]);
    await context.close();
  });
});
