import '../components/theme/embed.css';
import '../enhance/arrange.ts';
import { accentStyle } from '../embed/accent.ts';
import type { PackageContent } from '../formats/package-content.ts';
import { makePlay } from './play.ts';
import { openPlay, takeForm } from './show-play.ts';
import { tendPage } from './tend-page.ts';
import type { Tracker } from './tracker.ts';

const signs = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new attempt's seed: base32, 5 random bits a sign. */
function makeSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => signs[byte % signs.length]).join('');
}

function paint({ accent }: PackageContent['options']): void {
  if (accent === null) return;
  // Course systems may forbid style elements; a sheet of the script's own they can't.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(accentStyle(accent));
  document.adoptedStyleSheets.push(sheet);
}

/** Plays the quiz that the page holds, and tells it to the tracker that is made for its package. */
export async function startPlayer(trackerFor: (content: PackageContent) => Tracker): Promise<void> {
  const written = document.getElementById('content')?.textContent ?? '';
  const content = JSON.parse(written) as PackageContent;
  const tracker = trackerFor(content);
  addEventListener('pagehide', () => tracker.leave());
  // A page that was left has told so; what comes back from the browser's memory begins anew.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') tracker.hide();
  });
  paint(content.options);
  const opened = await tracker.open();
  const play = makePlay({ content, tracker, opened, now: () => Date.now(), makeSeed });
  openPlay(play);
  tendPage((form) => void takeForm(play, form));
}
