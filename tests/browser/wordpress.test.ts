import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsIn, playInFrame } from './embed/journey.ts';
import { remoteOf } from './embed/playwright-remote.ts';
import { waitFor } from './embed/remote.ts';
import { wordPressPost } from './embed/wordpress-post.ts';
import { openPackageSite, type PackageSite } from './packages/package-site.ts';
import { useStage } from './stage.ts';
import { stormItems } from './storm.ts';

const stage = useStage();
const secret = 'zq1Secret42';
const agent = 'WordPress/6.8.2; http://127.0.0.1';
let site: PackageSite;
beforeAll(async () => {
  site = await openPackageSite('127.0.0.1');
});
afterAll(() => site.close());

/** A post into which the address of a quiz was pasted; its own script keeps what it is told for the test. */
async function postWith(page: string, maxWidth: number): Promise<string> {
  const { origin } = stage.server;
  const asked = `${origin}/oembed?format=json&maxwidth=${maxWidth}&url=${encodeURIComponent(origin + page)}`;
  const answer = await fetch(asked, { headers: { 'user-agent': agent } });
  const { html } = (await answer.json()) as { html: string };
  const told = `<script>window.told = []; window.events = [];
addEventListener('message', ({ data, origin }) => told.push({ data, origin }));</script>`;
  site.put('/post.html', wordPressPost(html, secret).replace('</head>', `${told}</head>`));
  return `${site.origin}/post.html`;
}

describe('in a post of WordPress', () => {
  it('a pasted quiz is shown, is given its height, and is played to its end', async () => {
    const remote = await remoteOf(stage.browser);
    const journey = await playInFrame(remote, await postWith('/embed/storm?pass=80', 600), false);
    expect(faultsIn(journey, stormItems.length)).toEqual([]);
    expect(new Set(journey.messages.map(({ origin }) => origin))).toEqual(new Set(['null']));
    const styles = await remote.inHost(
      `[...document.querySelectorAll('iframe, blockquote')].map((each) => getComputedStyle(each).visibility + ' ' + getComputedStyle(each).display)`,
    );
    expect(styles).toEqual(['visible none', 'visible inline']);
    await waitFor('the height of the results', async () => {
      const frame = Number(await remote.inHost(`document.querySelector('iframe').offsetHeight`));
      const content = `Math.ceil(document.documentElement.getBoundingClientRect().height)`;
      return frame === Math.min(1000, Math.max(200, Number(await remote.inFrame(content))));
    });
    await remote.close();
  });

  it('it keeps to the width of the post', async () => {
    const remote = await remoteOf(stage.browser);
    await remote.open(await postWith('/banks/storm', 420));
    const width = await remote.inHost(`document.querySelector('iframe').offsetWidth`);
    expect(width).toBe(420);
    await remote.close();
  });

  it('a link to it stands there where scripts do not run', async () => {
    const context = await stage.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(await postWith('/banks/storm', 600));
    expect(await page.locator('iframe').isVisible()).toBe(false);
    const link = page.getByRole('link', { name: 'The March storm: who lost power?' });
    expect(await link.getAttribute('href')).toBe(`${stage.server.origin}/banks/storm`);
    await context.close();
  });
});
