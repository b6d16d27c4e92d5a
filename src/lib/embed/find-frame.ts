import { serverOrigin } from './server-origin.ts';

/**
 * The frame of ours that a message comes from; null where it comes from elsewhere. Ours are those of
 * `<verbatim-quiz>`, those that show our server, and those marked `data-verbatim`. A frame in a sandbox
 * speaks from no origin at all (`null`).
 */
export function findFrame({ origin, source }: MessageEvent): HTMLIFrameElement | null {
  const frame = allFrames().find(({ contentWindow }) => contentWindow && contentWindow === source);
  if (!frame || !URL.canParse(frame.src)) return null;
  const shown = new URL(frame.src).origin;
  if (shown !== serverOrigin && frame.dataset['verbatim'] === undefined) return null;
  const isSealed = frame.sandbox.length > 0 && !frame.sandbox.contains('allow-same-origin');
  return origin === (isSealed ? 'null' : shown) ? frame : null;
}

function allFrames(): HTMLIFrameElement[] {
  const inElements = [...document.querySelectorAll('verbatim-quiz')].flatMap((element) => [
    ...(element.shadowRoot?.querySelectorAll('iframe') ?? []),
  ]);
  return [...inElements, ...document.querySelectorAll('iframe')];
}
