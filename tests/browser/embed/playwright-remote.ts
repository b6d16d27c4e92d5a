import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Remote } from './remote.ts';

/** A page that Playwright drives, and what ends it. */
export interface PlaywrightRemote extends Remote {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens a page of its own, without any cookies. */
export async function remoteOf(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<PlaywrightRemote> {
  const context = await browser.newContext({ viewport: { width: 700, height: 800 }, ...options });
  const page = await context.newPage();
  const frame = () => {
    const [found] = page.mainFrame().childFrames();
    if (!found) throw new Error('The page has no frame yet');
    return found;
  };
  return {
    page,
    open: async (address) => void (await page.goto(address)),
    inHost: (expression) => page.evaluate(expression),
    inFrame: (expression) => frame().evaluate(expression),
    click: (selector) => frame().locator(selector).first().click(),
    cookieNames: async () => (await context.cookies()).map(({ name }) => name),
    close: () => context.close(),
  };
}
