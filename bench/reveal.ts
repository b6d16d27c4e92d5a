import type { Page } from 'playwright-core';
import { openBrowser } from '../tests/browser/chromium.ts';
import { enter, goOn, startAttempt, stormContent, stormItems } from '../tests/browser/storm.ts';
import { startServer } from '../tests/http/server.ts';
import { medianOf } from './median.ts';

const rounds = 20;

/** Milliseconds from the whole answer's arrival: to the verdict in the page, and to its first paint. */
interface Timing {
  readonly swappedMs: number;
  readonly paintedMs: number;
}

/** Runs in the page: times every answer from its arrival; a frame's paint ends before the next task. */
function watchReveals(): void {
  const timing = window as unknown as { arrived: number; timings: Timing[] };
  timing.timings = [];
  const read = Response.prototype.text;
  Response.prototype.text = async function () {
    const text = await read.call(this);
    timing.arrived = performance.now();
    return text;
  };
  document.addEventListener('verbatim:swap', () => {
    const swappedMs = performance.now() - timing.arrived;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        timing.timings.push({ swappedMs, paintedMs: performance.now() - timing.arrived });
      };
      port2.postMessage(null);
    });
  });
}

/** The median time between two frames of this browser on this machine, in milliseconds. */
async function frameMs(page: Page): Promise<number> {
  const frames = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const next = (time: number) => {
          times.push(time);
          if (times.length > 120) resolve(times);
          else requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  );
  return medianOf(frames.slice(1).map((time, index) => time - (frames[index] ?? NaN)));
}

/** Answers the next question, whatever its type, and gives what its reveal took. */
async function timeReveal(page: Page): Promise<Timing> {
  const item = stormItems.find(({ id }) => page.url().endsWith(`/items/${id}`));
  if (!item) throw new Error(`No question of the fixture bank is open at ${page.url()}`);
  await enter(page, item.wrong);
  await page.getByRole('button', { name: 'Check answer' }).click();
  const timing = await page.waitForFunction(
    () => (window as unknown as { timings: Timing[] }).timings[0],
  );
  return (await timing.jsonValue()) ?? { swappedMs: NaN, paintedMs: NaN };
}

/** Times reveals of every item type on a phone's screen, and prints them beside the length of a frame. */
export async function run(): Promise<void> {
  const [browser, server] = await Promise.all([
    openBrowser(),
    startServer({ CONTENT_DIR: stormContent }),
  ]);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(watchReveals);
  const page = await context.newPage();
  const timings: Timing[] = [];
  while (timings.length < rounds) {
    if (timings.length % stormItems.length === 0) await startAttempt(page, server.origin);
    timings.push(await timeReveal(page));
    await goOn(page);
  }
  const limitMs = await frameMs(page);
  await browser.close();
  await server.stop();
  printTimings(timings, limitMs);
}

function printTimings(timings: readonly Timing[], limitMs: number): void {
  const rowOf = (figures: readonly number[]) => ({
    median: round(medianOf(figures)),
    worst: round(Math.max(...figures)),
  });
  const painted = rowOf(timings.map(({ paintedMs }) => paintedMs));
  console.table({
    'answer there to verdict in the page, ms': rowOf(timings.map(({ swappedMs }) => swappedMs)),
    'answer there to verdict painted, ms': painted,
    'one frame, ms': { median: round(limitMs) },
  });
  const ratio = (painted.median / limitMs).toFixed(2);
  console.log(
    `reveal: ${painted.median} ms from answer to painted verdict, limit ${round(limitMs)}, ratio ${ratio}`,
  );
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
