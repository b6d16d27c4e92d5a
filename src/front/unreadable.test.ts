import type { RequestListener, Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeServer, type Patience } from './serve.ts';

/** Reads a whole body before it answers, or answers at once and never ends. */
const app: RequestListener = (request, response) => {
  if (request.url === '/begun') response.write('begun');
  else request.resume().on('end', () => response.end('read'));
};
/** Far less than the server gives, so that nobody waits for a test. */
const brief = { headersMs: 50, requestMs: 100, idleMs: 50, checkMs: 20 };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Sends bytes as they are; resolves to all that comes back until the connection ends. */
async function say(parts: readonly (string | Buffer)[], patience?: Patience): Promise<string> {
  const made = makeServer(app, { origin: 'http://quiz.example' }, patience);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return new Promise((resolve, reject) => {
    const socket = connect((made.address() as AddressInfo).port, '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

function post(path: string, length: number): string {
  return `POST ${path} HTTP/1.1\r\nHost: quiz.example\r\nOrigin: http://quiz.example\r\nContent-Length: ${length}\r\n\r\n`;
}

describe('a request that is no request', () => {
  it.each<[string, string, string[]]>([
    ['garbled', '400 Bad Request', ['GARBAGE\r\n\r\n']],
    [
      'too long in its head',
      '431 Request Header Fields Too Large',
      [`GET / HTTP/1.1\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`],
    ],
    ['never at the end of its body', '408 Request Timeout', [post('/', 9), 'a']],
    ['never at the end of its head', '408 Request Timeout', ['GET / HTTP/1.1\r\n']],
  ])(
    'for it is %s: is answered by %s, in words and with every header',
    async (_name, status, parts) => {
      const reply = await say(parts, brief);
      expect(reply.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true);
      expect(reply).toContain('x-content-type-options: nosniff');
      expect(reply).toContain("content-security-policy: default-src 'none'");
      expect(reply).toContain('</html>');
    },
  );

  it('is not answered a second time in the middle of an answer', async () => {
    const reply = await say([post('/begun', 9), 'a'], brief);
    expect(reply).toContain('begun');
    expect(reply).not.toContain('408');
  });
});

describe('a refused request', () => {
  it('hears why, even while it still sends megabytes', async () => {
    const reply = await say([post('/', 20_000_000), Buffer.alloc(20_000_000, 'a')]);
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    expect(reply).toContain('nothing was stored');
    expect(reply).toContain('</html>');
  });
});

describe('a request without a host', () => {
  it('is taken where the origin is configured, with every header', async () => {
    const reply = await say(['GET / HTTP/1.1\r\nConnection: close\r\n\r\n']);
    expect(reply).toMatch(/^HTTP\/1\.1 200 /);
    expect(reply).toContain('x-content-type-options: nosniff');
  });
});
