import type { Browser, Page } from 'playwright-core';

/** Milliseconds from the start of a visit, and from the click on Check to the painted verdict. */
export interface Timing {
  readonly answerableMs: number;
  readonly verdictMs: number;
}

/** Runs in the page: notes when the first input and the verdict have been painted. */
function watchPaints(): void {
  const painted = (selector: string, done: () => void) => {
    const look = () => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      if (box && box.height > 0) setTimeout(done);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  const marks = window as unknown as { answerableMs?: number; verdictMs?: number };
  painted('form input', () => (marks.answerableMs = performance.now()));
  addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof HTMLButtonElement)) return;
      const clicked = performance.now();
      painted('#verdict', () => (marks.verdictMs = performance.now() - clicked));
    },
    true,
  );
}

/** Visits an item cold on a middling phone: CPU 4 times slower, 1.6 Mbit/s, 150 ms a request. */
export async function visitOnPhone(
  browser: Browser,
  address: string,
  cookie: string | null,
): Promise<Timing> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
  });
  if (cookie) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: new URL(address).origin }]);
  }
  await context.addInitScript(watchPaints);
  const page = await context.newPage();
  await throttle(page);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => 'answerableMs' in window);
  await page.locator('form input').first().check();
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.waitForFunction(() => 'verdictMs' in window);
  const timing = await page.evaluate(() => {
    const { answerableMs, verdictMs } = window as unknown as Timing;
    return { answerableMs, verdictMs };
  });
  await context.close();
  return timing;
}

async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
}
