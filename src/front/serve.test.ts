import { request as send, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { makeServer, stopServer } from './serve.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(app: RequestListener, origin: string | null = null): Promise<string> {
  const made = makeServer(app, { origin });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

describe('the server in front of the app', () => {
  it('lets the app’s own headers stand and adds the rest', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(200, { 'cache-control': 'max-age=60', 'content-type': 'text/plain' });
      response.end('hello');
    });
    const { headers } = await fetch(address);
    expect(headers.get('cache-control')).toBe('max-age=60');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('tells the app the configured scheme and host, whatever the client says', async () => {
    let seen: unknown;
    const address = await serve((request, response) => {
      seen = [request.headers['x-verbatim-protocol'], request.headers.host];
      response.end();
    }, 'https://quiz.example');
    const { headers } = await fetch(address, { headers: { 'x-verbatim-protocol': 'gopher' } });
    expect(seen).toEqual(['https', 'quiz.example']);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('compresses text for who takes it', async () => {
    const address = await serve((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('word '.repeat(1000));
    });
    const reply = await fetch(address, { headers: { 'accept-encoding': 'br' } });
    expect(reply.headers.get('content-encoding')).toBe('br');
    expect(await reply.text()).toHaveLength(5000);
  });

  it('lets an event of a stream out at once, also to who takes it compressed', async () => {
    const address = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: changed\n\n');
    });
    const reply = await fetch(address, { headers: { 'accept-encoding': 'br' } });
    const { value } = (await reply.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('data: changed\n\n');
    expect(reply.headers.get('content-encoding')).toBeNull();
  });

  it('does not compress again what is compressed', async () => {
    const packed = brotliCompressSync('word '.repeat(1000));
    const address = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' });
      response.end(packed);
    });
    const reply = await fetch(address, { headers: { 'accept-encoding': 'br' } });
    expect(await reply.text()).toHaveLength(5000);
  });

  it('takes a request whose Expect means nothing to it', async () => {
    const address = await serve((_request, response) => response.end());
    const answered = await new Promise((resolve, reject) => {
      send(address, { headers: { expect: 'tea' } }, (response) => {
        response.resume();
        resolve([response.statusCode, response.headers['x-content-type-options']]);
      })
        .on('error', reject)
        .end();
    });
    expect(answered).toEqual([200, 'nosniff']);
  });

  it('keeps refused requests from the app', async () => {
    let reached = false;
    const address = await serve((_request, response) => {
      reached = true;
      response.end();
    });
    const reply = await fetch(address, { method: 'POST', body: 'x' });
    expect(reply.status).toBe(403);
    expect(await reply.text()).toContain('nothing was stored');
    expect(reached).toBe(false);
  });

  it('lets a request under way finish when it is stopped, and takes no further one', async () => {
    let release: () => void = () => undefined;
    const address = await serve((_request, response) => {
      release = () => void response.end('done');
    });
    const reply = fetch(address).then((response) => response.text());
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = server && stopServer(server);
    await expect(fetch(address)).rejects.toThrow();
    release();
    expect(await reply).toBe('done');
    await stopped;
  });

  it('refuses a method with a body without reading it', async () => {
    const address = await serve((_request, response) => response.end());
    const status = await new Promise((resolve, reject) => {
      const request = send(address, { method: 'PATCH' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end('x');
    });
    expect(status).toBe(405);
  });
});
