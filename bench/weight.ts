import type { Browser } from 'playwright-core';
import { openBrowser } from '../tests/browser/chromium.ts';
import { openClassTour, type Stop } from '../tests/browser/class-tour.ts';
import { anyAnswer, makeClient, openQuestion, startAttempt } from '../tests/http/client.ts';
import { startServer } from '../tests/http/server.ts';
import { medianOf } from './median.ts';
import { visitOnPhone, type Timing } from './page/phone.ts';
import { servePlainPage } from './page/plain-page.ts';
import { weighPage, type Weight } from './page/weigh.ts';

const rounds = 9;
/** Bytes, but for `requests` and `blocking`. */
const budgets: Readonly<Partial<Record<keyof Weight, number>>> = {
  script: 12_000,
  style: 15_000,
  font: 80_000,
  requests: 8,
  blocking: 0,
};
/** How much longer than on the plain page it may take. */
const limits = { answerableMs: 1.3, verdictMs: 1.2 } as const;

/** A page to be weighed, and the cookie that opens it. */
interface Page {
  readonly name: string;
  readonly address: string;
  readonly cookie: string;
}

/** Each question of the fixture bank, open in an attempt of its own: every item type. */
async function everyQuestion(origin: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let position = 0; ; position += 1) {
    const client = makeClient(origin);
    const attempt = await startAttempt(client);
    for (let answered = 0; answered < position; answered += 1) {
      const question = await openQuestion(client, attempt);
      const { body } = await client.get(question);
      await client.post(`${question}?/answer`, anyAnswer(body));
    }
    const path = await openQuestion(client, attempt);
    if (path === '/') return pages;
    const name = path.split('/').at(-1) ?? '';
    pages.push({ name, address: `${origin}${path}`, cookie: client.cookies() });
  }
}

/** What a learner sees of a class, or its teacher. */
function pagesOf(stops: readonly Stop[], origin: string): Page[] {
  return stops.map(({ name, path, cookie }) => ({ name, address: `${origin}${path}`, cookie }));
}

async function weighAll(browser: Browser, pages: readonly Page[]): Promise<Map<string, Weight>> {
  const weights = new Map<string, Weight>();
  for (const { name, address, cookie } of pages) {
    weights.set(name, await weighPage(browser, address, cookie));
  }
  return weights;
}

/** A fresh attempt's first question, and the cookie that owns it. */
async function freshQuestion(origin: string): Promise<{ address: string; cookie: string }> {
  const client = makeClient(origin);
  const attempt = await startAttempt(client);
  return { address: `${origin}${await openQuestion(client, attempt)}`, cookie: client.cookies() };
}

/** Weighs an item's page and times it on a phone, in turns with a plain page that does the same. */
export async function run(): Promise<void> {
  const content = { CONTENT_DIR: 'tests/fixtures/storm' };
  const [browser, app, plain] = await Promise.all([
    openBrowser(),
    startServer(content),
    servePlainPage(),
  ]);
  const tour = await openClassTour(app);
  const pages = [...(await everyQuestion(app.origin)), ...pagesOf(tour.learners, app.origin)];
  printWeights(await weighAll(browser, pages));
  console.log('Pages of teachers, for which there is no limit:');
  console.table(Object.fromEntries(await weighAll(browser, pagesOf(tour.teachers, app.origin))));
  await tour.close();

  const timings: { plain: Timing; ours: Timing }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { address, cookie } = await freshQuestion(app.origin);
    const timing = {
      plain: await visitOnPhone(browser, plain.origin, null),
      ours: await visitOnPhone(browser, address, cookie),
    };
    if (round > 0) timings.push(timing);
  }
  await browser.close();
  await app.stop();
  plain.server.close();
  printTimings(timings);
}

/** A row a page; the last says for each part the heaviest page, its limit, and whether it is kept. */
function printWeights(weights: ReadonlyMap<string, Weight>): void {
  console.table(Object.fromEntries(weights));
  const parts = Object.keys(budgets) as (keyof Weight)[];
  const rows = parts.map((part) => {
    const heaviest = Math.max(...[...weights.values()].map((weight) => weight[part]));
    const limit = budgets[part] ?? Infinity;
    return [part, { heaviest, limit, kept: heaviest <= limit }];
  });
  console.table(Object.fromEntries(rows));
}

function printTimings(timings: readonly { plain: Timing; ours: Timing }[]): void {
  const keys = ['answerableMs', 'verdictMs'] as const;
  const rows = keys.map((key) => {
    const plain = medianOf(timings.map((each) => each.plain[key]));
    const ours = medianOf(timings.map((each) => each.ours[key]));
    return { key, plain: Math.round(plain), ours: Math.round(ours), ratio: ours / plain };
  });
  console.table(
    Object.fromEntries(
      rows.map(({ key, plain, ours, ratio }) => [
        key,
        { plain, ours, ratio: ratio.toFixed(2), limit: limits[key] },
      ]),
    ),
  );
  const [worst] = rows.toSorted(
    (one, other) => other.ratio / limits[other.key] - one.ratio / limits[one.key],
  );
  if (!worst) return;
  const used = (worst.ratio / limits[worst.key]).toFixed(2);
  console.log(
    `weight: ${worst.ratio.toFixed(2)} times the plain page (${worst.key}), limit ${limits[worst.key]}, ratio ${used}`,
  );
}
