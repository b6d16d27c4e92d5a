/** A browser with one page that has one frame: all that a journey needs, whatever drives it. */
export interface Remote {
  readonly open: (address: string) => Promise<void>;
  /** What an expression comes to in the page (JSON). */
  readonly inHost: (expression: string) => Promise<unknown>;
  /** What an expression comes to in the frame (JSON). */
  readonly inFrame: (expression: string) => Promise<unknown>;
  /** Clicks the first such element of the frame. */
  readonly click: (selector: string) => Promise<void>;
  /** Cookies of the quiz's server, by name. */
  readonly cookieNames: () => Promise<string[]>;
}

/** Milliseconds for which something is waited for, and between two looks. */
const patienceMs = 15_000;
const lookMs = 50;

/** Waits until something holds; throws its name where it never does. */
export async function waitFor(name: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${name}`);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}
