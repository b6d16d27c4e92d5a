import type { Request, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHostSite, type HostKind, type HostSite } from './embed/host-site.ts';
import { remoteOf, type PlaywrightRemote } from './embed/playwright-remote.ts';
import { waitFor } from './embed/remote.ts';
import { useStage } from './stage.ts';
import { check } from './storm.ts';

const stage = useStage();
let site: HostSite;

beforeAll(async () => {
  site = await openHostSite(stage.server.origin);
});
afterAll(() => site.close());

/** Opens the quiz on a page of this kind and answers its first question. */
async function answerFirst(remote: PlaywrightRemote, kind: HostKind) {
  await remote.open(site.addressOf(kind));
  const frame = remote.page.frameLocator('iframe');
  await frame.getByLabel('Until Tuesday').check();
  await check(frame);
  return frame;
}

/** How often the host was told that another page is shown. */
async function turns(remote: PlaywrightRemote): Promise<unknown> {
  return remote.inHost(`told.filter(({ data }) => data.type === 'turned').length`);
}

describe('in a frame', () => {
  it('an attempt goes on where the element changes its looks alone', async () => {
    const remote = await remoteOf(stage.browser);
    const frame = await answerFirst(remote, 'element');
    await remote.inHost(`document.querySelector('verbatim-quiz').setAttribute('theme', 'dark')`);
    await frame.locator('[data-theme="dark"]').waitFor();
    await frame.getByText('Question 2 of 11').waitFor();
    await remote.close();
  });

  it.each([
    ['once', 1],
    ['again and again', 3],
  ])('an attempt is not lost where a reload fails %s', async (_name, times) => {
    const remote = await remoteOf(stage.browser);
    const frame = await answerFirst(remote, 'iframe');
    const isFetched = (request: Request) => request.resourceType() === 'fetch';
    const abort = (route: Route) => (isFetched(route.request()) ? route.abort() : route.fallback());
    await remote.page.route('**/embed/storm?*', abort, { times: 2 * times });
    await remote.page.reload();
    if (times === 3) await frame.getByRole('button', { name: 'Load again' }).click();
    await frame.getByText('Question 2 of 11').waitFor();
    await remote.close();
  });

  it('a link that is pressed twice, or answered by a failing server, throws nothing away', async () => {
    const remote = await remoteOf(stage.browser);
    const frame = await answerFirst(remote, 'iframe');
    const next = frame.getByRole('link', { name: 'Next question' });
    await remote.page.route('**/embed/attempts/**', (route) => route.fulfill({ status: 503 }));
    await next.click();
    await frame.locator('.act [data-fault]').waitFor();
    await remote.page.unroute('**/embed/attempts/**');
    let asked = 0;
    await remote.page.route('**/embed/attempts/**', (route) => {
      asked += 1;
      return route.continue();
    });
    await next.dblclick();
    await frame.getByText('Question 2 of 11').waitFor();
    expect(asked).toBe(1);
    await remote.close();
  });

  it('a problem that is reported is told to the host as no answer', async () => {
    const remote = await remoteOf(stage.browser);
    const frame = await answerFirst(remote, 'iframe');
    await frame.getByText('Report a problem with this question').click();
    await frame.getByRole('textbox').fill('The notice has another date.');
    await frame.getByRole('button', { name: 'Send report' }).click();
    await frame.locator('#note').waitFor();
    await waitFor('the turn', async () => (await turns(remote)) === 2);
    const types = await remote.inHost('events.map(({ type }) => type)');
    expect(types).toEqual(['ready', 'answered']);
    await remote.close();
  });

  it('the next question comes into view where the one before was longer', async () => {
    const remote = await remoteOf(stage.browser, { viewport: { width: 360, height: 700 } });
    const frame = await answerFirst(remote, 'iframe');
    await frame.getByRole('link', { name: 'Next question' }).click();
    await frame.getByText('Question 2 of 11').waitFor();
    await waitFor('the turn', async () => (await turns(remote)) === 2);
    const heading = await frame.locator('h1').boundingBox();
    expect(heading?.y).toBeGreaterThan(0);
    expect(heading?.y).toBeLessThan(700);
    await remote.close();
  });
});
