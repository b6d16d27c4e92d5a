import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const quietFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const advice =
  'No browser to test in. On Linux x64 one comes with the packages; elsewhere install Google Chrome or Chromium, or set CHROMIUM_PATH to its program file.';

/** How to start a browser here: the carried one on Linux x64, else `CHROMIUM_PATH`, else Chrome. */
async function launchOptions(): Promise<LaunchOptions> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}. ${advice}`);
    return { executablePath: named, args: quietFlags };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: carried } = await import('@sparticuz/chromium');
    // Its own flags are for one process without a sandbox or web security; tests want a real browser.
    return { executablePath: await carried.executablePath(), args: quietFlags };
  }
  return { channel: 'chrome' };
}

/** Starts the browser that this machine has; a message with the mend where there is none. */
export async function openBrowser(moreFlags: readonly string[] = []): Promise<Browser> {
  const options = await launchOptions();
  try {
    return await chromium.launch({ ...options, args: [...(options.args ?? []), ...moreFlags] });
  } catch (cause) {
    throw new Error(advice, { cause });
  }
}
