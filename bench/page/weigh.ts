import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** Bytes that a first visit to a page brings over the line, brotli where it is text. */
export interface Weight {
  readonly html: number;
  readonly script: number;
  /** The styles inside the page, compressed by themselves. */
  readonly style: number;
  readonly font: number;
  readonly requests: number;
  /** Resources that hold back the first paint, the page itself apart. */
  readonly blocking: number;
}

/** Milliseconds after loading in which nothing more comes. */
const quietMs = 500;

/** Weighs a page as a browser with an empty cache loads it. */
export async function weighPage(
  browser: Browser,
  address: string,
  cookie: string,
): Promise<Weight> {
  const context = await browser.newContext();
  const [name = '', value = ''] = cookie.split('=');
  if (name) await context.addCookies([{ name, value, url: new URL(address).origin }]);
  const page = await context.newPage();
  const sizes: Record<string, number> = {};
  let requests = 0;
  const pending: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    requests += 1;
    const add = async () => {
      const { responseBodySize } = await request.sizes();
      const kind = request.resourceType();
      sizes[kind] = (sizes[kind] ?? 0) + responseBodySize;
    };
    pending.push(add());
  });
  // A page that follows a class keeps one request open for good: it is never idle.
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  await Promise.all(pending);
  const styles = await page.locator('style').allTextContents();
  const blocking = await page.evaluate(
    () =>
      performance
        .getEntriesByType('resource')
        .filter(
          (entry) =>
            (entry as PerformanceResourceTiming & { renderBlockingStatus?: string })
              .renderBlockingStatus === 'blocking',
        ).length,
  );
  await context.close();
  return {
    html: sizes['document'] ?? 0,
    script: sizes['script'] ?? 0,
    style: brotliCompressSync(styles.join('')).length + (sizes['stylesheet'] ?? 0),
    font: sizes['font'] ?? 0,
    requests,
    blocking,
  };
}
