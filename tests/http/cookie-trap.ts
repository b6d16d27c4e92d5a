import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a server and drops every cookie that it sets. */
export interface CookieTrap {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** To the server a browser behind the trap is one that keeps no cookie. */
export async function trapCookies(origin: string): Promise<CookieTrap> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const sent = request(new URL(url ?? '/', origin), { method, headers }, (reply) => {
      delete reply.headers['set-cookie'];
      outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(outgoing);
    });
    incoming.pipe(sent);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
