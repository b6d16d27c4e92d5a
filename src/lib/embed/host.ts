import { findFrame, ownFrames } from './find-frame.ts';
import { embedVersion, heightLimits, readEmbedMessage } from './messages.ts';
import { VerbatimQuiz } from './verbatim-quiz.ts';

/** CSS pixels above and below what is to be read first. */
const [roomAbove, roomBelow] = [16, 80];

function receive(event: MessageEvent): void {
  const frame = findFrame(event);
  const message = frame && readEmbedMessage(event.data);
  if (!frame || !message) return;
  if (message.type === 'resize') {
    const height = Math.round(message.height);
    frame.style.height = `${Math.min(Math.max(height, heightLimits.least), heightLimits.most)}px`;
    return;
  }
  if (message.type === 'turned') {
    keepInView(frame, message.top);
    return;
  }
  const root = frame.getRootNode();
  const element = root instanceof ShadowRoot ? root.host : frame;
  element.dispatchEvent(
    new CustomEvent(`verbatim-${message.type}`, { detail: message, bubbles: true, composed: true }),
  );
}

/** Scrolls the page where what is to be read first in a frame came to lie outside the window. */
function keepInView(frame: HTMLIFrameElement, top: number): void {
  const box = frame.getBoundingClientRect();
  const at = box.top + Math.min(Math.max(top, 0), box.height);
  if (at < 0 || at > innerHeight - roomBelow) scrollBy(0, at - roomAbove);
}

/*
 * The script of pages that embed a quiz: it knows `<verbatim-quiz>`, gives every frame of ours the
 * height that it asks for, and passes on what quizzes tell as events of their elements. A page with two
 * quizzes has it twice, and once is enough.
 */
if (!customElements.get('verbatim-quiz')) {
  customElements.define('verbatim-quiz', VerbatimQuiz);
  addEventListener('message', receive);
  // Frames that were there before this script have told their height to nobody.
  for (const { contentWindow } of ownFrames()) {
    contentWindow?.postMessage({ verbatim: embedVersion, type: 'hello' }, '*');
  }
}
