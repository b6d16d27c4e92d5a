import type { Page } from 'playwright-core';
import { check, enter, goOn, stormItems } from '../storm.ts';
import { planned, type Ledger } from './ledger.ts';

/** A learner with a phone. */
export interface PhoneLearner {
  readonly page: Page;
  readonly number: number;
  readonly name: string;
}

/** Joins with a name and presses “Start”. */
export async function joinOnPhone({ name, page }: PhoneLearner): Promise<void> {
  await page.getByLabel('Your name in this class').fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/classes\//);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

/** Answers questions as planned, from one to before another, and notes them down. */
export async function answerOnPhone(
  { name, number, page }: PhoneLearner,
  ledger: Ledger,
  from = 0,
  to = stormItems.length,
): Promise<void> {
  for (const [at, item] of stormItems.slice(from, to).entries()) {
    const { isRight, certainty } = planned(number, 1, from + at);
    const given = isRight ? item.right : item.wrong;
    await page.waitForURL(new RegExp(`/items/${item.id}`));
    await enter(page, given);
    if (certainty !== null) await page.locator(`[name=certainty][value="${certainty}"]`).check();
    await check(page);
    ledger.note({ learner: name, attemptNo: 1, item: item.id, isRight, given, certainty });
    if (from + at + 1 < to || to === stormItems.length) await goOn(page);
  }
}
