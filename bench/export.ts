import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstructorId } from '../src/lib/quiz/ids.ts';
import { contentFolders, loadCollection } from '../src/lib/server/content/load-collection.ts';
import { makeLibrary } from '../src/lib/server/content/library.ts';
import { makeOwnerSecret, ownerOf } from '../src/lib/server/owner.ts';
import { startServer, type TestServer } from '../tests/http/server.ts';
import { answerSteadily } from './class/answer-steadily.ts';
import { fillClass } from './class/fill-class.ts';
import { watchMemory } from './class/watch-memory.ts';
import { exportBySqlite, findSqlite } from './class/sqlite-export.ts';
import { writeContent } from './class/write-content.ts';

const itemsEach = 20;
const learners = 50_000;
const limits = { ratio: 0.4, goal: 0.7, megabytes: 100, answerMs: 50 } as const;

/**
 * Exports a million responses from a server at which others answer, and again with `sqlite3 -csv` from
 * the same file. Prints the ratio of their speeds, what the export added to the server's memory, and
 * what answers took meanwhile.
 */
export async function run(): Promise<void> {
  await findSqlite();
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-export-'));
  const secret = makeOwnerSecret();
  const file = join(folder, 'verbatim.db');
  try {
    const places = await writeContent(folder);
    const { banks } = makeLibrary(await loadCollection(contentFolders(places)));
    const [bank] = banks.values();
    if (bank?.items.length !== itemsEach) throw new Error('The generated bank is not served.');
    const instructor = ownerOf(secret) as string as InstructorId;
    console.log(`Making a class of ${learners} learners with ${itemsEach} answers each.`);
    const { assignment } = await fillClass(file, bank, learners, instructor);
    const server = await startServer({ ...places, DATA_DIR: folder });
    const own = await exportByServer(server, `/teach/assignments/${assignment.id}`, secret);
    await server.stop();
    print(own, await exportBySqlite(file, assignment.id));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What an export was like. Times in milliseconds. */
interface Figures {
  readonly rows: number;
  readonly elapsedMs: number;
}

interface OwnFigures extends Figures {
  readonly addedMegabytes: number;
  readonly bundleMegabytes: number;
  readonly bundleMs: number;
  readonly answers: readonly number[];
  readonly failed: number;
}

async function exportByServer(
  server: TestServer,
  path: string,
  secret: string,
): Promise<OwnFigures> {
  const others = answerSteadily(server.origin);
  const memory = watchMemory(server.pid);
  await others.warm;
  await memory.begin();
  const headers = { cookie: `verbatim-teach=${secret}` };
  const take = async (file: string) => {
    const began = performance.now();
    const response = await fetch(`${server.origin}${path}/downloads/${file}`, { headers });
    if (!response.ok || !response.body) throw new Error(`${file}: status ${response.status}`);
    let lines = 0;
    for await (const chunk of response.body) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
    }
    return {
      rows: lines - 1,
      elapsedMs: performance.now() - began,
      addedMegabytes: memory.added(),
    };
  };
  const responses = await take('responses.csv');
  const { answers, failed } = await others.stop();
  const bundle = process.argv.includes('--bundle') ? await take('all.zip') : null;
  memory.stop();
  return {
    ...responses,
    answers,
    failed,
    bundleMegabytes: bundle?.addedMegabytes ?? NaN,
    bundleMs: bundle?.elapsedMs ?? NaN,
  };
}

function print(own: OwnFigures, sqlite: Figures): void {
  if (own.rows !== sqlite.rows) throw new Error(`${own.rows} rows, sqlite3 has ${sqlite.rows}`);
  const speed = ({ rows, elapsedMs }: Figures) => rows / elapsedMs;
  const ratio = speed(own) / speed(sqlite);
  const sorted = own.answers.toSorted((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  console.table({
    rows: { value: own.rows },
    'our export, s': { value: round(own.elapsedMs / 1000) },
    'sqlite3 -csv, s': { value: round(sqlite.elapsedMs / 1000) },
    'memory added, MB': { value: round(own.addedMegabytes) },
    'bundle: memory added, MB': { value: round(own.bundleMegabytes) },
    'bundle, s': { value: round(own.bundleMs / 1000) },
    'answers meanwhile': { value: sorted.length },
    'answer, median ms': { value: round(at(0.5)) },
    'answer, p99 ms': { value: round(at(0.99)) },
    'answer, slowest ms': { value: round(at(1)) },
  });
  console.log(`memory: ${round(own.addedMegabytes)} MB added, limit ${limits.megabytes}`);
  console.log(
    `answers: p99 ${round(at(0.99))} ms of ${sorted.length}, ${own.failed} failed, limit ${limits.answerMs}`,
  );
  console.log(
    `export: ${round(ratio)} of the speed of sqlite3 -csv, limit ${limits.ratio} at least (goal ${limits.goal})`,
  );
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
