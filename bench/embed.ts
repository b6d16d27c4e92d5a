import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Request } from 'playwright-core';
import { openBrowser } from '../tests/browser/chromium.ts';
import { remoteOf } from '../tests/browser/embed/playwright-remote.ts';
import { waitFor } from '../tests/browser/embed/remote.ts';
import { openHostSite } from '../tests/browser/embed/host-site.ts';
import { stormItems } from '../tests/browser/storm.ts';
import { startServer } from '../tests/http/server.ts';

/** What a part of this bench came to: a figure, and the most that it may be. */
interface Measured {
  readonly name: string;
  readonly figure: number;
  readonly limit: number;
}

/** Bytes over the line, brotli where it is text, and how many files they are. */
interface FrameWeight {
  readonly script: number;
  readonly all: number;
  readonly requests: number;
}

/** The most that a frame may load until its first item can be answered. */
const limits: FrameWeight = { script: 15_000, all: 30_000, requests: 4 };
/** Milliseconds in which nothing more comes. */
const quietMs = 500;

/** Weighs what a browser with an empty cache loads from the quiz's server for a page that embeds it. */
async function weighFrame(browser: Browser, address: string, origin: string): Promise<FrameWeight> {
  const remote = await remoteOf(browser);
  const loaded: Request[] = [];
  remote.page.on('requestfinished', (request) => {
    if (request.url().startsWith(origin)) loaded.push(request);
  });
  await remote.open(address);
  await waitFor('the first question', async () =>
    Boolean(await remote.inFrame(`!!document.querySelector('form button')`)),
  );
  await new Promise((resolve) => setTimeout(resolve, quietMs));
  const sizes = await Promise.all(
    loaded.map(async (request) => ({
      isScript: request.resourceType() === 'script',
      // A redirect has no body.
      bytes: request.redirectedTo() ? 0 : (await request.sizes()).responseBodySize,
    })),
  );
  await remote.close();
  const sum = (chosen: typeof sizes) => chosen.reduce((total, { bytes }) => total + bytes, 0);
  return {
    script: sum(sizes.filter(({ isScript }) => isScript)),
    all: sum(sizes),
    requests: sizes.length,
  };
}

/** The weight of a frame, with and without the script that gives it its height. */
async function measureFrames(): Promise<Measured[]> {
  const [browser, app] = await Promise.all([
    openBrowser(),
    startServer({ CONTENT_DIR: 'tests/fixtures/storm' }),
  ]);
  const site = await openHostSite(app.origin);
  const pages = [
    ['frame alone', site.addressOf('low')],
    ['element', site.addressOf('element')],
    ...stormItems.map(({ id, type }) => [`frame, ${type}`, site.addressOf('iframe', id)]),
  ] as const;
  const rows: { readonly name: string; readonly weight: FrameWeight }[] = [];
  for (const [name = '', address = ''] of pages) {
    rows.push({ name, weight: await weighFrame(browser, address, app.origin) });
  }
  site.close();
  await browser.close();
  await app.stop();
  console.table(Object.fromEntries(rows.map(({ name, weight }) => [name, weight])));
  return (Object.keys(limits) as (keyof FrameWeight)[]).map((part) => ({
    name: part,
    figure: Math.max(...rows.map(({ weight }) => weight[part])),
    limit: limits[part],
  }));
}

/** The most that the player of packages may weigh beside their content. */
const playerLimit = 40_000;

/** The weight of the player that a package carries, brotli: its script and its styles. */
async function measurePlayer(): Promise<Measured> {
  const files = await Promise.all(
    ['player.js', 'player.css'].map((name) => readFile(`build/player/${name}`)),
  );
  const sizes = files.map((bytes) => brotliCompressSync(bytes).length);
  const figure = sizes.reduce((sum, size) => sum + size, 0);
  return { name: 'player of packages', figure, limit: playerLimit };
}

/** Weighs all that a course loads of a quiz. */
export async function run(): Promise<void> {
  const measured = [...(await measureFrames()), await measurePlayer()];
  console.table(
    Object.fromEntries(
      measured.map(({ figure, limit, name }) => [name, { figure, limit, kept: figure <= limit }]),
    ),
  );
  const [worst] = measured.toSorted(
    (one, other) => other.figure / other.limit - one.figure / one.limit,
  );
  if (!worst) return;
  const { figure, limit, name } = worst;
  console.log(`embed: ${figure} (${name}), limit ${limit}, ratio ${(figure / limit).toFixed(2)}`);
}
