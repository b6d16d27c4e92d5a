import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyAnswer, makeClient, openQuestion, startAttempt } from '../http/client.ts';
import { formAddress, nextAddress, openFrame } from '../http/frame-client.ts';
import { startServer, type TestServer } from '../http/server.ts';

/** The same bank with every key elsewhere; replies move with them, stems and options stay. */
const swaps: readonly (readonly [string, string])[] = [
  ['- (x) Until Tuesday\n', '- ( ) Until Tuesday\n  > No.\n'],
  ['- ( ) Until Friday\n', '- (x) Until Friday\n'],
  [
    '- [x] An earlier count was called preliminary\n',
    '- [ ] An earlier count was called preliminary\n  > No.\n',
  ],
  ['- [ ] Buses run late\n', '- [x] Buses run late\n'],
  ['= 480123 +- 500 households', '= 31 +- 0 households'],
  [
    'verdict: not stated\nsearched: wire, daily\n\nnot supported:',
    'verdict: refuted\n\nnot supported:',
  ],
  ['readers recalled. #near', 'readers recalled.'],
  ['- ( ) One of the two is wrong', '- (x) One of the two is wrong'],
  ['- (x) They count different things', '- ( ) They count different things\n  > No.'],
  ['verdict: refuted\n\n> [daily] ==Schools', 'verdict: supported\n\n> [daily] ==Schools'],
  ['= Grid Agency | the Grid Agency', '= the zqpassagesevenzq editor'],
  ['1. Lines come down', '1. Crews mend the valley'],
  ['3. Crews mend the valley', '3. Lines come down'],
  ['Upper Ford :: Eleven', 'Upper Ford :: Two'],
  ['Lower Ford :: Two', 'Lower Ford :: Eleven'],
  ['- [x] [wire] The figure was', '- [ ] [wire] The figure was'],
  ['- [ ] [daily] Buses run', '- [x] [daily] Buses run'],
  ['verdict: refuted\npick: 1', 'verdict: supported\npick: 1'],
  ['not supported: both', 'not refuted: both'],
  [
    '- [x] [daily] Nobody was hurt, the council wrote. #group daily',
    '- [ ] [daily] Nobody was hurt, the council wrote.',
  ],
];

const total = 11;

let folder: string;
let servers: TestServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-twin-'));
  await cp('tests/fixtures/storm', folder, { recursive: true });
  const file = join(folder, 'banks/storm.md');
  let text = await readFile(file, 'utf8');
  for (const [from, to] of swaps) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  await writeFile(file, text);
  await rm(join(folder, 'banks.lock.json'));
  await promisify(execFile)(process.execPath, ['src/cli/bank.ts', 'lock'], {
    env: { ...process.env, CONTENT_DIR: folder, SOURCES_DIR: 'tests/fixtures/storm-texts' },
  });
  servers = await Promise.all([
    startServer({ CONTENT_DIR: 'tests/fixtures/storm' }),
    startServer({ CONTENT_DIR: folder }),
  ]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

/** The page of each question as it is before its answer, without what differs by chance. */
async function openPages(origin: string): Promise<string[]> {
  const client = makeClient(origin);
  const attempt = await startAttempt(client);
  const pages: string[] = [];
  for (let count = 0; count < total; count += 1) {
    const question = await openQuestion(client, attempt);
    const { body } = await client.get(question);
    pages.push(withoutChance(body));
    await client.post(`${question}?/answer`, anyAnswer(body));
  }
  return pages;
}

/** The same of a frame. */
async function framePages(origin: string): Promise<string[]> {
  const opened = await openFrame(origin);
  let { page } = opened;
  const pages: string[] = [];
  for (let count = 0; count < total; count += 1) {
    pages.push(withoutChance(page));
    const reveal = await opened.frame.post(formAddress(page), anyAnswer(page));
    page = (await opened.frame.get(nextAddress(reveal.body))).body;
  }
  return pages;
}

/** Ids, secrets and nonces taken out, and the drawn order of options: what is left, piece by piece, sorted. */
function withoutChance(page: string): string {
  return page
    .replace(/att_[a-z2-7]{26}/g, '')
    .replace(/as=[\w-]{43}/g, '')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/localhost(:|%3A)\d+/g, 'localhost')
    .replace(/ (?:value|for|id|name)="(?:s\d+-)?(?:place|match)?\d+"/g, '')
    .replace(/>[A-Z]: /g, '>')
    .split(/(?=<)/)
    .sort()
    .join('\n');
}

describe('two banks that differ in nothing but their keys', () => {
  it('send the same pages until an item is answered', async () => {
    const [one = [], other = []] = await Promise.all(
      servers.map((server) => openPages(server.origin)),
    );
    expect(one).toHaveLength(total);
    expect(other).toEqual(one);
  });

  it('send the same pages to frames', async () => {
    const [one = [], other = []] = await Promise.all(
      servers.map((server) => framePages(server.origin)),
    );
    expect(one).toHaveLength(total);
    expect(other).toEqual(one);
  });
});
