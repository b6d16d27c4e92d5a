import type { ScormDialect } from '../../src/lib/formats/scorm/dialect.ts';
import type { ScormApi } from '../../src/lib/player/scorm/find-api.ts';

/** An LMS of a few lines, which takes what it is told to take. */
export interface FakeLms {
  readonly api: ScormApi;
  /** What is set. */
  readonly elements: Map<string, string>;
  /** Names of the functions that were called, in order. */
  readonly calls: string[];
  /** Elements, by the beginnings of their names, and functions that fail. */
  readonly failing: Set<string>;
  /** What is set as it was at the last commit. */
  readonly kept: () => Readonly<Record<string, string>>;
}

/** An LMS that knows this of a learner; what is not set gives the error of SCORM 2004. */
export function makeFakeLms(
  { calls: names }: ScormDialect,
  known: Readonly<Record<string, string>> = {},
): FakeLms {
  const elements = new Map(Object.entries(known));
  const failing = new Set<string>();
  const calls: string[] = [];
  let kept = known;
  let error = '0';
  const fails = (name: string) => [...failing].some((each) => name.startsWith(each));
  const done = (name: string, act: () => void): string => {
    calls.push(name);
    error = fails(name) ? '101' : '0';
    if (error === '0') act();
    return String(error === '0');
  };
  const api = {
    [names.initialize]: () => done('initialize', () => undefined),
    [names.terminate]: () => done('terminate', () => undefined),
    [names.lastError]: () => error,
    [names.commit]: () =>
      done('commit', () => {
        kept = Object.fromEntries(elements);
      }),
    [names.get](element: string) {
      const value = elements.get(element);
      error = value === undefined ? '403' : '0';
      return value ?? '';
    },
    [names.set](element: string, value: string) {
      error = fails(element) || fails('set') ? '101' : '0';
      if (error === '0') {
        elements.set(element, value);
        const at = /^cmi\.interactions\.(\d+)\.id$/.exec(element)?.[1];
        if (at) elements.set('cmi.interactions._count', String(Number(at) + 1));
      }
      return String(error === '0');
    },
  };
  return { api, elements, calls, failing, kept: () => kept };
}
