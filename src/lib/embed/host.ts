import { findFrame, ownFrames } from './find-frame.ts';
import { embedVersion, heightLimits, readEmbedMessage } from './messages.ts';
import { VerbatimQuiz } from './verbatim-quiz.ts';

/**
 * The script of pages that embed a quiz: it knows `<verbatim-quiz>`, gives every frame of ours the
 * height that it asks for, and passes on what quizzes tell as events of their elements.
 */
addEventListener('message', (event) => {
  const frame = findFrame(event);
  const message = frame && readEmbedMessage(event.data);
  if (!frame || !message) return;
  if (message.type === 'resize') {
    const height = Math.round(message.height);
    frame.style.height = `${Math.min(Math.max(height, heightLimits.least), heightLimits.most)}px`;
    return;
  }
  const root = frame.getRootNode();
  const element = root instanceof ShadowRoot ? root.host : frame;
  element.dispatchEvent(
    new CustomEvent(`verbatim-${message.type}`, { detail: message, bubbles: true }),
  );
});

if (!customElements.get('verbatim-quiz')) customElements.define('verbatim-quiz', VerbatimQuiz);

// Frames that were there before this script have told their height to nobody.
for (const { contentWindow } of ownFrames()) {
  contentWindow?.postMessage({ verbatim: embedVersion, type: 'hello' }, '*');
}
