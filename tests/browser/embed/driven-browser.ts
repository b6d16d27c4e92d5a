import type { Remote } from './remote.ts';

/** A browser that was started for a journey. */
export interface DrivenBrowser {
  /** Its name and version. */
  readonly name: string;
  readonly remote: Remote;
  readonly close: () => Promise<void>;
}
