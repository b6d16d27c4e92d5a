import type { PackageContent } from '../formats/package-content.ts';
import { scorm12 } from '../formats/scorm/scorm-12.ts';
import { scorm2004 } from '../formats/scorm/scorm-2004.ts';
import { keptTracker } from './kept-tracker.ts';
import { findApi } from './scorm/find-api.ts';
import { scormTracker } from './scorm/scorm-tracker.ts';
import { startPlayer } from './start-player.ts';
import type { Tracker } from './tracker.ts';

const minuteMs = 60_000;
const clock = {
  now: () => Date.now(),
  offsetAt: (ms: number) => -new Date(ms).getTimezoneOffset() * minuteMs,
};

/** Whom a package tells: its course system, or where there is none, nobody. */
function trackerFor({ bank, edition, kind }: PackageContent): Tracker {
  const kept = (isTracked: boolean) =>
    keptTracker(`verbatim:${bank.id}:${edition.version}`, isTracked, () => sessionStorage);
  if (kind === 'web') return kept(true);
  const dialect = kind === 'scorm-1.2' ? scorm12 : scorm2004;
  const api = findApi(dialect.apiName, window);
  return api ? scormTracker(api, dialect, clock, kept(false)) : kept(false);
}

void startPlayer(trackerFor);
