import { openBrowser } from '../tests/browser/chromium.ts';
import { openQuestion, startAttempt, makeClient } from '../tests/http/client.ts';
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
  const first = await freshQuestion(app.origin);
  printWeight(await weighPage(browser, first.address, first.cookie));

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

function printWeight(weight: Weight): void {
  const rows = Object.entries(weight).map(([part, figure]) => {
    const limit = budgets[part as keyof Weight];
    return [part, { figure, limit: limit ?? '', kept: limit === undefined || figure <= limit }];
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
