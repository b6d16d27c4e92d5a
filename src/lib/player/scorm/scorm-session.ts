import type { ScormDialect, ScormWrite } from '../../formats/scorm/dialect.ts';
import type { ScormApi } from './find-api.ts';

/** Calls to an LMS that throw nothing: a call that fails in whatever way is not taken. */
export interface ScormSession {
  /** True where the session has begun. */
  readonly begin: () => boolean;
  /** The empty text for what is not set, not known or not allowed. */
  readonly get: (element: string) => string;
  /** True where the LMS took it. */
  readonly set: (write: ScormWrite) => boolean;
  readonly commit: () => boolean;
  readonly end: () => void;
}

/** Speaks a version of SCORM with an LMS. */
export function makeSession(api: ScormApi, { calls }: ScormDialect): ScormSession {
  const call = (name: keyof ScormDialect['calls'], ...given: string[]): unknown => {
    try {
      return api[calls[name]]?.(...given);
    } catch {
      return undefined;
    }
  };
  // Some give the word, some the value.
  const isTaken = (given: unknown) => String(given) === 'true';
  return {
    begin: () => isTaken(call('initialize', '')),
    get(element) {
      const value = call('get', element);
      // Elements that are not set give an error (2004: 403) and what stands for nothing.
      const isFault = Number(call('lastError')) > 0;
      return isFault || value === undefined || value === null ? '' : String(value);
    },
    set: ([element, value]) => isTaken(call('set', element, value)),
    commit: () => isTaken(call('commit', '')),
    end: () => void call('terminate', ''),
  };
}
