import { keptTracker } from './kept-tracker.ts';
import { startPlayer } from './start-player.ts';

void startPlayer(({ bank, edition }) =>
  keptTracker(`verbatim:${bank.id}:${edition.version}`, true, () => sessionStorage),
);
