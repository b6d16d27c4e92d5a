import { startPlayer } from '../start-player.ts';
import { keptTracker } from '../kept-tracker.ts';
import { cmi5Tracker } from './cmi5-tracker.ts';

void startPlayer(({ bank, edition, iri }) => {
  const world = {
    address: location.href,
    now: () => Date.now(),
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  const name = `verbatim:${bank.id}:${edition.version}`;
  const alone = keptTracker(name, false, () => sessionStorage);
  return cmi5Tracker(world, iri ?? location.origin, alone);
});
