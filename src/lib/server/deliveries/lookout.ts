import type { Alarm } from './sent.ts';

/** Looks for work when asked and when it is time, and never twice at once. */
export interface Lookout {
  /** Looks from now on. */
  readonly open: () => void;
  /** Looks at once, or once more after the look under way. */
  readonly look: () => void;
  readonly isLooking: () => boolean;
  /** Resolves once the look under way has ended. */
  readonly looked: () => Promise<void>;
  /** Begins no look any more. */
  readonly shut: () => void;
}

/** A lookout that is not open yet; `lookOnce` gives after how many milliseconds to look again. */
export function makeLookout(alarm: Alarm, lookOnce: () => Promise<number>): Lookout {
  let isOpen = false;
  let isAsked = false;
  let looking: Promise<void> | null = null;
  let cancel = (): void => undefined;
  const run = async () => {
    cancel();
    isAsked = false;
    const waitMs = await lookOnce();
    looking = null;
    if (isAsked) look();
    else if (isOpen) cancel = alarm(waitMs, look);
  };
  const look = () => {
    if (!isOpen) return;
    isAsked = true;
    looking ??= run();
  };
  return {
    open() {
      isOpen = true;
      look();
    },
    look,
    isLooking: () => looking !== null,
    looked: () => looking ?? Promise.resolve(),
    shut() {
      isOpen = false;
      cancel();
    },
  };
}
