import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plainDelivery } from '../../../src/lib/quiz/delivery-options.ts';
import type { BankId, ItemId } from '../../../src/lib/quiz/ids.ts';
import {
  elementSnippet,
  embedAddress,
  iframeSnippet,
  type EmbeddedQuiz,
} from '../../../src/lib/embed/snippets.ts';

/** How a page embeds the fixture bank. */
export type HostKind =
  /** The two lines of the builder's page. */
  | 'iframe'
  /** `<verbatim-quiz>` */
  | 'element'
  /** As WordPress embeds what it does not know: scripts alone, from no origin, and its own height script. */
  | 'sandbox'
  /** A frame that nobody gives a height, lower than the quiz. */
  | 'low'
  /** An attempt that was begun elsewhere, by a token behind its address: `/launched/<attempt>/<token>`. */
  | 'launched'
  | 'launched-sandbox';

/** Somebody else's site, on another host name than the quiz. */
export interface HostSite {
  /** The page that embeds the quiz in this way; of one item alone where it is named. */
  readonly addressOf: (kind: HostKind, item?: string) => string;
  readonly close: () => void;
}

const passPercent = 80;
const wordPressSecret = 'zq1secret';

/** Answers a frame's height as WordPress does: between 200 and 1,000 px, hidden until it comes. */
const wordPressScript = `addEventListener('message', ({ data, source }) => {
  const frame = document.querySelector('iframe');
  if (source !== frame.contentWindow || data?.message !== 'height' || data.secret !== '${wordPressSecret}') return;
  frame.style.height = Math.min(1000, Math.max(200, data.value)) + 'px';
  frame.style.visibility = 'visible';
});`;

/** What a page keeps of all that it is told, for tests to read. */
const listening = `window.told = []; window.events = [];
addEventListener('message', ({ data, origin }) => told.push({ data, origin }));
for (const type of ['ready', 'answered', 'completed']) {
  addEventListener('verbatim-' + type, ({ detail, target }) => events.push({ type, detail, tag: target.localName }));
}`;

function bodyOf(kind: HostKind, quiz: EmbeddedQuiz, parts: readonly string[]): string {
  const address = embedAddress(quiz).replaceAll('&', '&amp;');
  switch (kind) {
    case 'iframe':
      return iframeSnippet(quiz);
    case 'element':
      return elementSnippet(quiz);
    case 'sandbox':
      return `<iframe sandbox="allow-scripts" src="${address}#?secret=${wordPressSecret}" title="Quiz" width="100%" style="visibility:hidden"></iframe><script>${wordPressScript}</script>`;
    case 'low':
      return `<iframe src="${address}" title="Quiz" width="100%" height="200"></iframe>`;
    case 'launched':
    case 'launched-sandbox': {
      const [attempt, token] = parts;
      const sandbox = kind === 'launched' ? '' : ' sandbox="allow-scripts"';
      const src = `${quiz.origin}/embed/attempts/${attempt}#token=${token}`;
      return `<iframe src="${src}" title="Quiz" width="100%" height="600"${sandbox}></iframe>`;
    }
  }
}

function pageOf(kind: HostKind, origin: string, parts: readonly string[]): string {
  const bank = { id: 'storm' as BankId, title: 'The March storm' };
  const items = parts[0] ? [parts[0] as ItemId] : null;
  const options = { ...plainDelivery, passPercent, items };
  const body = bodyOf(kind, { origin, bank, options }, parts);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A course</title>
<script>${listening}</script></head><body><h1>A course</h1><p style="height:300px">Read this first.</p>
${body}<p>And go on here.</p></body></html>`;
}

/** Opens the site on 127.0.0.1, where the quiz's own `localhost` is another site. */
export async function openHostSite(quizOrigin: string): Promise<HostSite> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const [, kind = '', ...parts] = request.url?.split('/') ?? [];
    response.end(pageOf(kind as HostKind, quizOrigin, parts));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (kind, item = '') => `http://127.0.0.1:${port}/${kind}/${item}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
