import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SittingRoom } from '../attempts/sitting-room.ts';
import { openSeededClass, seedClass, type SeededClass } from '../classes/seed-class.ts';
import { openServedRoom } from '../classes/served-room.ts';
import { addLongRows } from '../exports/add-long-rows.ts';
import { canvasExport, moodleExport } from '../formats/example-exports.ts';
import { readStrictly } from '../formats/read-strictly.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let room: SittingRoom;
let seeded: SeededClass;

beforeAll(async () => {
  room = await openServedRoom(stage.server);
  seeded = await seedClass(room, 5);
});
afterAll(() => room.store.close());

function baseOf({ assignment }: Pick<SeededClass, 'assignment'>): string {
  return `${stage.server.origin}/teach/assignments/${assignment.id}/downloads`;
}

async function openContext(secret: string): Promise<BrowserContext> {
  const context = await stage.browser.newContext({ acceptDownloads: true });
  const { origin: url } = stage.server;
  await context.addCookies([{ name: 'verbatim-teach', value: secret, url }]);
  return context;
}

/** Every request that a page makes from now on, but those that stay in the browser. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) requests.push(request.url());
  });
  return requests;
}

async function savedFile(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the filled list' }).click();
  const download = await downloading;
  return readFile(await download.path(), 'utf8');
}

const names = (page: Page, group: string) =>
  page.locator(`[data-group="${group}"] li`).allTextContents();

describe.each([
  { lms: 'moodle', list: moodleExport, rows: 1, missing: [] as string[] },
  { lms: 'canvas', list: canvasExport, rows: 2, missing: ['Test Student'] },
])('the list of $lms, chosen as a file', ({ lms, list, rows, missing }) => {
  it('is matched and filled in the browser, and never leaves it', async () => {
    const context = await openContext(seeded.instructorSecret);
    const page = await context.newPage();
    await page.goto(`${baseOf(seeded)}/lms/${lms}`);
    const chooser = page.locator('[data-list-file]');
    await chooser.waitFor();
    expect(await page.locator('textarea').isVisible()).toBe(false);
    const requests = requestsOf(page);
    const choose = (text: string) =>
      chooser.setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

    await choose('Name;Mark\nLearner 01;5\n');
    await page.getByText('is missing from the header').waitFor();
    expect(await page.locator('[data-offer]').isVisible()).toBe(false);

    await choose(list);
    await page.getByText('People matched: 2.').waitFor();
    expect(await names(page, 'matched')).toEqual(['Learner 01', 'Learner 02']);
    expect(await names(page, 'missing')).toEqual(missing);
    expect(await names(page, 'unmatched')).toEqual(['Learner 03', 'Learner 04', 'Learner 05']);

    const text = await savedFile(page);
    expect(text).toContain('01');
    expect(readStrictly(text).length).toBeGreaterThan(rows);
    expect(requests).toEqual([]);
    await context.close();
  });
});

const patience = { timeout: 10_000, interval: 100 };

/** What the page says of downloads under way, each time that it changes. */
async function progressTold(page: Page): Promise<string[]> {
  const told: string[] = [];
  await page.exposeFunction('tell', (text: string) => void told.push(text));
  await page.evaluate(() => {
    const place = document.querySelector('[data-progress]');
    const { tell } = window as unknown as { tell: (text: string) => void };
    const watch = new MutationObserver(() => tell(place?.textContent ?? ''));
    if (place) watch.observe(place, { childList: true });
  });
  return told;
}

describe('a download that has to wait', () => {
  it('says so on its page until it is under way, and nothing once it is done', async () => {
    const slow = await openSeededClass(room);
    await addLongRows(room.store, slow.classroom.id);
    const headers = { cookie: `verbatim-teach=${slow.instructorSecret}` };
    const read = () => fetch(`${baseOf(slow)}/gradebook.csv`, { headers });
    // Held and not read on, so that both places stay taken.
    const held = [await read(), await read()];
    const context = await openContext(seeded.instructorSecret);
    const page = await context.newPage();
    await page.goto(baseOf(seeded));
    const told = await progressTold(page);
    const downloading = page.waitForEvent('download');
    // A click, and any other look at the page, would wait until the file comes.
    await page.getByRole('button', { name: 'Download results' }).dispatchEvent('click');
    const words = 'all.zip waits until another download has ended.';
    await vi.waitFor(() => expect(told.at(-1)).toBe(words), patience);
    for (const { body } of held) await body?.cancel();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^Class-01_storm_.*\.zip$/);
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
    await vi.waitFor(() => expect(told.at(-1)).toBe(''), patience);
    await context.close();
  });
});
