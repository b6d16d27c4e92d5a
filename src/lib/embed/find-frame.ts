import { serverOrigin } from './server-origin.ts';
import { VerbatimQuiz } from './verbatim-quiz.ts';

/**
 * The frame of ours that a message comes from; null where it comes from elsewhere. A frame in a sandbox
 * speaks from no origin at all (`null`).
 */
export function findFrame({ origin, source }: MessageEvent): HTMLIFrameElement | null {
  const frame = ownFrames().find(({ contentWindow }) => contentWindow && contentWindow === source);
  if (!frame) return null;
  const isSealed = frame.sandbox.length > 0 && !frame.sandbox.contains('allow-same-origin');
  return origin === (isSealed ? 'null' : shownOrigin(frame)) ? frame : null;
}

/** Frames of `<verbatim-quiz>`, those that show our server, and those marked `data-verbatim`. */
export function ownFrames(): HTMLIFrameElement[] {
  const inPage = [...document.querySelectorAll('iframe')].filter(
    (frame) => frame.hasAttribute('data-verbatim') || shownOrigin(frame) === serverOrigin,
  );
  return [...VerbatimQuiz.frames, ...inPage];
}

function shownOrigin({ src }: HTMLIFrameElement): string | null {
  return URL.canParse(src) ? new URL(src).origin : null;
}
