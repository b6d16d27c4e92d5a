import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startServer, type TestServer } from '../http/server.ts';
import { openBrowser } from './chromium.ts';
import { stormContent } from './storm.ts';

/** A browser, and a server of the fixture bank for it. */
export interface Stage {
  readonly browser: Browser;
  readonly server: TestServer;
}

/** Sets a stage up before a file's tests and takes it down after them; a clean stop is expected. */
export function useStage(): Stage {
  let set: Stage | null = null;
  const get = (): Stage => {
    if (!set) throw new Error('The stage is set once the tests run');
    return set;
  };
  beforeAll(async () => {
    const [browser, server] = await Promise.all([
      openBrowser(),
      startServer({ CONTENT_DIR: stormContent }),
    ]);
    set = { browser, server };
  });
  afterAll(async () => {
    await set?.browser.close();
    expect(await set?.server.stop()).toBe(0);
  });
  return {
    get browser() {
      return get().browser;
    },
    get server() {
      return get().server;
    },
  };
}
