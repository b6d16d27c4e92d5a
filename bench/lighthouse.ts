import { createServer, type AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import { openBrowser } from '../tests/browser/chromium.ts';
import {
  anyAnswer,
  makeClient,
  openQuestion,
  startAttempt,
  type Client,
} from '../tests/http/client.ts';
import { startServer } from '../tests/http/server.ts';
import { medianOf } from './median.ts';

const rounds = 5;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

/** The least score of each category, 0 to 100. Pages of an attempt ask not to be indexed. */
const least: Readonly<Record<Category, number>> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

interface Page {
  readonly name: string;
  readonly address: string;
  readonly cookie: string;
  readonly isIndexed: boolean;
}

async function answerNext(client: Client, attempt: string): Promise<string> {
  const question = await openQuestion(client, attempt);
  const { body } = await client.get(question);
  await client.post(`${question}?/answer`, anyAnswer(body));
  return question;
}

/** The pages that are measured, those of an attempt with the cookie that opens them. */
async function pagesOf(origin: string): Promise<Page[]> {
  const bank = 'qwen-lead-steps-down';
  const open = makeClient(origin);
  const item = await openQuestion(open, await startAttempt(open, bank));
  const done = makeClient(origin);
  const attempt = await startAttempt(done, bank);
  const reveal = await answerNext(done, attempt);
  while ((await openQuestion(done, attempt)) !== '/') await answerNext(done, attempt);
  const page = (name: string, path: string, client: Client | null): Page => ({
    name,
    address: `${origin}${path}`,
    cookie: client?.cookies() ?? '',
    isIndexed: client === null,
  });
  return [
    page('catalogue', '/', null),
    page('item', item, open),
    page('reveal', reveal, done),
    page('results', attempt, done),
    page('explainer', '/explainers/what-happened-at-qwen', null),
  ];
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** The scores of one run, 0 to 100. */
async function measure({ address, cookie }: Page, port: number): Promise<Record<Category, number>> {
  const result = await lighthouse(address, {
    port,
    logLevel: 'error',
    onlyCategories: [...categories],
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
  });
  const scores = categories.map((category) => {
    const score = result?.lhr.categories[category]?.score;
    if (typeof score !== 'number') throw new Error(`Lighthouse gave no ${category} of ${address}`);
    return [category, Math.round(score * 100)] as const;
  });
  return Object.fromEntries(scores) as Record<Category, number>;
}

/** Runs Lighthouse's mobile preset over the learner's pages; the median of five runs counts. */
export async function run(): Promise<void> {
  const port = await freePort();
  const [browser, server] = await Promise.all([
    openBrowser([`--remote-debugging-port=${port}`]),
    startServer(),
  ]);
  const rows: Record<string, Partial<Record<Category, number>>> = {};
  const judged: { where: string; score: number; limit: number }[] = [];
  for (const page of await pagesOf(server.origin)) {
    const runs: Record<Category, number>[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await measure(page, port));
    const own = categories.filter((category) => page.isIndexed || category !== 'seo');
    const medians = own.map((category) => ({
      category,
      score: medianOf(runs.map((each) => each[category])),
    }));
    rows[page.name] = Object.fromEntries(medians.map(({ category, score }) => [category, score]));
    judged.push(
      ...medians.map(({ category, score }) => ({
        where: `${page.name}, ${category}`,
        score,
        limit: least[category],
      })),
    );
  }
  await browser.close();
  await server.stop();
  console.table({ ...rows, least });
  const [lowest] = judged.toSorted(
    (one, other) => one.score / one.limit - other.score / other.limit,
  );
  if (!lowest) throw new Error('No page was measured');
  const { score, limit, where } = lowest;
  const ratio = (score / limit).toFixed(2);
  console.log(`lighthouse: ${score} of 100 (${where}), limit at least ${limit}, ratio ${ratio}`);
}
