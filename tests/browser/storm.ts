import type { FrameLocator, Page } from 'playwright-core';

/** Where the fixture bank stands. */
export const stormContent = 'tests/fixtures/storm';

/** Labels to choose, a text to write, entries in their order, or a choice for each row. */
export type GivenAnswer =
  | readonly string[]
  | string
  | { readonly order: readonly string[] }
  | { readonly match: Readonly<Record<string, string>> };

/** How an item of the fixture bank is answered. */
interface Answers {
  readonly id: string;
  readonly type: string;
  readonly right: GivenAnswer;
  readonly wrong: GivenAnswer;
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
  {
    id: 'publisher',
    type: 'text-entry',
    right: 'grid-agency',
    wrong: 'Council',
    reply: 'wrote about the schools',
  },
  {
    id: 'night-order',
    type: 'order',
    right: { order: ['Lines come down', 'Most places are dark', 'Crews mend the valley'] },
    wrong: { order: ['Crews mend the valley', 'Lines come down', 'Most places are dark'] },
    reply: 'is the peak, at eleven',
  },
  {
    id: 'dark-hours',
    type: 'match',
    right: { match: { 'Upper Ford': 'Eleven', 'Mill Lane': 'Six', 'Lower Ford': 'Two' } },
    wrong: { match: { 'Upper Ford': 'Six', 'Mill Lane': 'Two', 'Lower Ford': 'Eleven' } },
    reply: 'Ford had the most',
  },
  {
    id: 'pick-earlier',
    type: 'evidence-select',
    right: ['Example Wire The figure was down from an earlier count it called “preliminary”.'],
    wrong: ['Example Wire Crews from two provinces are on their way.'],
    reply: 'not about a count',
  },
  {
    id: 'hurt',
    type: 'verdict-with-evidence',
    right: ['Contradicted', 'After the storm Nobody was hurt, the council wrote.'],
    wrong: ['Supported', 'Example Wire Crews from two provinces are on their way.'],
    reply: 'speak of nobody being hurt',
  },
];

/** The points that the fixture bank can earn: two for the verdict with evidence, one for the others. */
export const stormPoints = stormItems.length + 1;

/** Starts an attempt from the cover and resolves on its first question. */
export async function startAttempt(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/banks/storm`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/items\//);
}

/** Chooses or writes an answer, without sending it. */
export async function enter(page: Page | FrameLocator, answer: GivenAnswer): Promise<void> {
  if (typeof answer === 'string') {
    await page.getByLabel(/^Your answer/).fill(answer);
  } else if ('order' in answer) {
    await arrange(page, answer.order);
  } else if ('match' in answer) {
    for (const [left, right] of Object.entries(answer.match)) {
      const choice = page.getByLabel(left, { exact: true });
      const label = await choice.locator('option', { hasText: right }).innerText();
      await choice.selectOption({ label });
    }
  } else {
    for (const label of answer) await page.getByLabel(label, { exact: true }).check();
  }
}

/**
 * Puts entries in order: by their buttons where script has made some, else by their places. Something
 * is moved even where they stand in that order, since an order that nobody touched is held back.
 */
async function arrange(page: Page | FrameLocator, order: readonly string[]): Promise<void> {
  const hasButtons = (await page.locator('.move').count()) > 0;
  if (hasButtons) await page.locator('.move').nth(1).click();
  for (const [index, text] of order.entries()) {
    if (!hasButtons) {
      await page.getByLabel(text, { exact: true }).selectOption(String(index + 1));
      continue;
    }
    const entry = page.locator('[data-arrange] > li', { hasText: text });
    while ((await entry.locator('.place').innerText()) !== `${index + 1}.`) {
      await page.getByRole('button', { name: `Move up: ${text}` }).click();
    }
  }
}

/** Sends the answer and waits for its verdict. */
export async function check(page: Page | FrameLocator): Promise<void> {
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('#verdict').waitFor();
}

/** Goes on from a reveal to the next question or the results. */
export async function goOn(page: Page): Promise<void> {
  const before = page.url();
  await page.getByRole('link', { name: /^(Next question|See your results)$/ }).click();
  await page.waitForURL((url) => url.href !== before);
}
