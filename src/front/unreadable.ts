import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusalText, type Refusal } from './refusal.ts';

const slow: Refusal = {
  status: 408,
  title: 'Too slow',
  words:
    'The request did not arrive whole in time, so nothing was stored. Go back and send it again.',
};
const long: Refusal = {
  status: 431,
  title: 'Too many headers',
  words:
    'The request’s headers are too long, so it was not read. Delete the cookies of this site and try again.',
};
const garbled: Refusal = {
  status: 400,
  title: 'Not readable',
  words: 'The request is not one that a browser sends, so nothing was stored.',
};

function refusalOf({ code }: NodeJS.ErrnoException): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return slow;
  return code === 'HPE_HEADER_OVERFLOW' ? long : garbled;
}

/**
 * Answers in words, and with every header, what Node's parser turns away by itself: requests that are
 * garbled, too long in the head, or too slow.
 */
export function answerUnreadable(server: Server, isHttps: boolean): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.prependListener('request', ({ socket }, response) => answers.set(socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    const isAnswering = answer?.headersSent === true && !answer.writableFinished;
    if (isAnswering || !socket.writable || error.code === 'ECONNRESET') socket.destroy();
    else socket.end(refusalText(refusalOf(error), isHttps), () => socket.destroy());
  });
}
