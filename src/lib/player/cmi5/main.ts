import { startPlayer } from '../start-player.ts';
import { cmi5Tracker } from './cmi5-tracker.ts';

void startPlayer(({ iri }) => {
  const world = {
    address: location.href,
    now: () => Date.now(),
    wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  return cmi5Tracker(world, iri ?? location.origin);
});
