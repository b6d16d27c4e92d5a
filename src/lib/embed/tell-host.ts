import { embedVersion, type EmbedMessage } from './messages.ts';

/** Tells the page around the frame, whoever it is: nothing of it is secret. */
export function tellHost(message: EmbedMessage): void {
  post(message);
}

/** Tells it how high the quiz is, in every way that hosts are known to listen to. */
export function tellHeight(height: number): void {
  tellHost({ verbatim: embedVersion, type: 'resize', height });
  // Course systems (IMS LTI, as Canvas and others read it).
  post({ subject: 'lti.frameResize', height });
  // @open-iframe-resizer on the host's page.
  post({ type: 'iframe-resized', width: document.documentElement.clientWidth, height });
  const secret = wordPressSecret();
  if (secret !== null) post({ message: 'height', value: height, secret });
}

/** WordPress names each frame by a secret in its address, `#?secret=…`, and hides it until it answers. */
function wordPressSecret(): string | null {
  return /[#?&]secret=([\w-]+)/.exec(location.hash)?.[1] ?? null;
}

function post(message: unknown): void {
  if (parent !== window) parent.postMessage(message, '*');
}
