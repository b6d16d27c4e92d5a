import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackageSite, type PackageSite } from './packages/package-site.ts';
import { useStage } from './stage.ts';
import { check } from './storm.ts';

const stage = useStage();
let site: PackageSite;
beforeAll(async () => {
  site = await openPackageSite('127.0.0.1');
});
afterAll(() => site.close());

const listening = `<script>window.told = []; window.events = [];
addEventListener('message', ({ data }) => told.push(data));
for (const type of ['ready', 'answered', 'completed']) {
  document.addEventListener('verbatim-' + type, () => events.push(type));
}</script>`;
const script = () => `<script async src="${stage.server.origin}/embed.js"></script>`;
const frame = () =>
  `<iframe src="${stage.server.origin}/embed/storm" title="A quiz" width="100%" height="640" data-verbatim></iframe>`;

/** Opens a page of another site with this in its body, and these headers. */
async function openHost(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const html = `<!doctype html><title>A course</title>${listening}${body}`;
  site.put('/host.html', html, headers);
  const context = await stage.browser.newContext({ viewport: { width: 700, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${site.origin}/host.html`);
  return page;
}

/** Waits for an expression of the page to hold. */
const holds = (page: Page, expression: string) => page.waitForFunction(expression);

/** Answers the first question of the first frame. */
async function answerFirst(page: Page): Promise<void> {
  const quiz = page.frameLocator('iframe').first();
  await quiz.getByLabel('Until Tuesday').check();
  await check(quiz);
}

const element = `document.querySelector('verbatim-quiz')`;
const inElement = `${element}.shadowRoot`;

describe('the script of a host’s page', () => {
  it('tells each event once where its line stands there twice', async () => {
    const page = await openHost(`${frame()}${script()}${frame()}${script()}`);
    await answerFirst(page);
    await holds(page, `events.includes('answered')`);
    expect(await page.evaluate(`events.filter((type) => type === 'answered').length`)).toBe(1);
    await page.context().close();
  });

  it('gives marked frames their height where its text was put into the page itself', async () => {
    const text = await (await fetch(`${stage.server.origin}/embed.js`)).text();
    const page = await openHost(`${frame()}<script>${text}</script>`);
    await holds(page, `document.querySelector('iframe').style.height !== ''`);
    await page.context().close();
  });

  it('is told no height by a frame that is not shown, and the right one once it is', async () => {
    const page = await openHost(`<div id="tab" hidden>${frame()}</div>${script()}`);
    await holds(page, `events.includes('ready')`);
    expect(await page.evaluate(`told.filter(({ type }) => type === 'resize')`)).toEqual([]);
    await page.evaluate(`document.getElementById('tab').hidden = false`);
    await holds(page, `document.querySelector('iframe').style.height !== ''`);
    await page.context().close();
  });
});

describe('a frame', () => {
  it.each(['require-corp', 'credentialless'])(
    'is shown where the host is isolated from other origins: %s',
    async (policy) => {
      const isolated = {
        'cross-origin-embedder-policy': policy,
        'cross-origin-opener-policy': 'same-origin',
      };
      const page = await openHost(`${frame()}${script()}`, isolated);
      await answerFirst(page);
      await holds(page, `events.includes('answered')`);
      await page.context().close();
    },
  );
});

describe('the element <verbatim-quiz>', () => {
  it('names what is no quiz from the beginning, and drops those words once it is one', async () => {
    const page = await openHost(`<verbatim-quiz bank="No quiz"></verbatim-quiz>${script()}`);
    await holds(page, `${inElement}?.textContent.includes('bank="No quiz" names no quiz')`);
    await page.evaluate(`${element}.setAttribute('bank', 'storm')`);
    await holds(page, `${inElement}.querySelector('iframe')`);
    expect(await page.evaluate(`${inElement}.textContent`)).toBe('');
    await page.context().close();
  });

  it('lets the quiz name the options that can’t be followed', async () => {
    const page = await openHost(
      `<verbatim-quiz bank="storm" pass="eighty &amp; more"></verbatim-quiz>${script()}`,
    );
    const quiz = page.frameLocator('iframe');
    await quiz.getByText('The option “pass” can’t be “eighty & more”').waitFor();
    await page.context().close();
  });

  it('leaves the history of the page alone where its attributes change', async () => {
    const page = await openHost(`<verbatim-quiz bank="storm"></verbatim-quiz>${script()}`);
    await page.frameLocator('iframe').locator('h1').waitFor();
    const before = await page.evaluate('history.length');
    await page.evaluate(`${element}.setAttribute('theme', 'dark')`);
    await page.frameLocator('iframe').locator('[data-theme="dark"]').waitFor();
    expect(await page.evaluate('history.length')).toBe(before);
    await page.context().close();
  });

  it('is given its height, and is heard, inside an element of the host', async () => {
    const page = await openHost(`<course-card></course-card><script>
customElements.define('course-card', class extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'closed' }).innerHTML = '<verbatim-quiz bank="storm"></verbatim-quiz>';
  }
});
</script>${script()}`);
    await holds(page, `events.includes('ready') && told.some(({ type }) => type === 'resize')`);
    const height = await page.locator('course-card').evaluate((card) => card.scrollHeight);
    expect(height).not.toBe(640);
    await page.context().close();
  });
});
