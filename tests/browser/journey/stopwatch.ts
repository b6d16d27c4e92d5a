import type { Locator } from 'playwright-core';

/** Milliseconds that somebody looks at a page before pressing, and that a sign takes to type. */
const readingMs = 2000;
const signMs = 150;

/** A teacher or learner at a person's pace, whose interactions are counted. */
export interface Person {
  /** Looks, then presses. One interaction. */
  press(what: Locator): Promise<void>;
  /** Looks, then writes. One interaction. */
  write(where: Locator, text: string): Promise<void>;
  readonly interactions: () => number;
  readonly seconds: () => string;
}

/** A person whose stopwatch runs from now on. */
export function startPerson(): Person {
  const started = performance.now();
  let interactions = 0;
  const look = async (what: Locator) => {
    await what.waitFor();
    await new Promise((resolve) => setTimeout(resolve, readingMs));
    interactions += 1;
  };
  return {
    async press(what) {
      await look(what);
      await what.click();
    },
    async write(where, text) {
      await look(where);
      await where.pressSequentially(text, { delay: signMs });
    },
    interactions: () => interactions,
    seconds: () => ((performance.now() - started) / 1000).toFixed(1),
  };
}

/** A line of the test's output. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
