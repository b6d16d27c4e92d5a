import type { Page } from 'playwright-core';

/** Where the fixture bank stands. */
export const stormContent = 'tests/fixtures/storm';

/** How an item of the fixture bank is answered: labels to choose, or a text to write. */
interface Answers {
  readonly id: string;
  readonly type: string;
  readonly right: readonly string[] | string;
  readonly wrong: readonly string[] | string;
  /** Words of the reveal that belong to the wrong answer. */
  readonly reply: string;
}

/** The fixture bank's items in order: each item type, answered right and wrong. */
export const stormItems: readonly Answers[] = [
  {
    id: 'repairs',
    type: 'single-choice',
    right: ['Until Tuesday'],
    wrong: ['Until Sunday'],
    reply: 'report names a Sunday',
  },
  {
    id: 'wire-states',
    type: 'multiple-response',
    right: ['An earlier count was called preliminary', 'Crews are on their way'],
    wrong: ['Schools stay closed'],
    reply: 'stands in the other report',
  },
  {
    id: 'households',
    type: 'numeric',
    right: '480,200',
    wrong: '1.2 million',
    reply: 'are people, from the other report',
  },
  {
    id: 'worst-in-ten',
    type: 'verdict',
    right: ['Not stated'],
    wrong: ['Supported'],
    reply: 'rank within a month is no ranking',
  },
  {
    id: 'why-differ',
    type: 'single-choice',
    right: ['They count different things'],
    wrong: ['One of the two is wrong'],
    reply: 'can be right at once',
  },
  {
    id: 'schools',
    type: 'verdict',
    right: ['Contradicted'],
    wrong: ['Not stated'],
    reply: 'That is more than silence',
  },
];

/** Starts an attempt from the cover and resolves on its first question. */
export async function startAttempt(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/banks/storm`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/items\//);
}

/** Chooses or writes an answer, without sending it. */
export async function enter(page: Page, answer: readonly string[] | string): Promise<void> {
  if (typeof answer === 'string') {
    await page.getByLabel(/^Your answer/).fill(answer);
    return;
  }
  for (const label of answer) await page.getByLabel(label, { exact: true }).check();
}

/** Sends the answer and waits for its verdict. */
export async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('#verdict').waitFor();
}

/** Goes on from a reveal to the next question or the results. */
export async function goOn(page: Page): Promise<void> {
  const before = page.url();
  await page.getByRole('link', { name: /^(Next question|See your results)$/ }).click();
  await page.waitForURL((url) => url.href !== before);
}
