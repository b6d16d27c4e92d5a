import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isReachable, makePlatformFetch } from './guarded-fetch.ts';

const strict = { isTrusted: false, allowsLoopback: false };
const trusted = { isTrusted: true, allowsLoopback: false };
const trying = { isTrusted: false, allowsLoopback: true };

describe('an address at which a platform is asked', () => {
  it.each([
    ['93.184.216.34', true, true],
    ['2606:2800:220:1::1', true, true],
    ['10.1.2.3', false, true],
    ['172.16.0.1', false, true],
    ['172.32.0.1', true, true],
    ['192.168.1.1', false, true],
    ['100.64.0.1', false, true],
    ['fd00::1', false, true],
    ['127.0.0.1', false, false],
    ['127.8.8.8', false, false],
    ['::1', false, false],
    ['::ffff:127.0.0.1', false, false],
    ['::ffff:10.0.0.1', false, true],
    ['::ffff:7f00:1', false, false],
    ['169.254.169.254', false, false],
    ['fe80::1', false, false],
    ['0.0.0.0', false, false],
    ['::', false, false],
    ['224.0.0.1', false, false],
    ['255.255.255.255', false, false],
    ['64:ff9b::a00:1', false, false],
    ['2002:7f00:1::', false, false],
    ['::7f00:1', false, false],
    ['64:ff9b:1::a00:1', false, false],
    ['fec0::1', false, false],
  ])('%s: %s, and %s where it is trusted', (ip, isOpen, isOpenTrusted) => {
    expect([isReachable(ip, strict), isReachable(ip, trusted)]).toEqual([isOpen, isOpenTrusted]);
  });
});

describe('asking', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/secret' }).end();
      else if (request.url === '/endless') {
        response.writeHead(200);
        const more = () => response.write('x'.repeat(65_536));
        response.on('drain', more);
        while (more());
      } else if (request.url === '/slow') response.writeHead(200).write('x');
      else response.writeHead(200).end(`${request.method} ${request.url}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    'http://93.184.216.34/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'ftp://93.184.216.34/',
  ])('never goes to %s', async (address) => {
    await expect(makePlatformFetch(strict)(address)).rejects.toMatchObject({
      name: 'BlockedAddress',
    });
  });

  it('goes to this machine where things are tried out', async () => {
    const response = await makePlatformFetch(trying)(`${origin}/jwks`);
    expect([response.status, await response.text()]).toEqual([200, 'GET /jwks']);
    for (const ip of ['10.0.0.1', '93.184.216.34']) {
      await expect(makePlatformFetch(trying)(`http://${ip}/`)).rejects.toMatchObject({
        name: 'BlockedAddress',
      });
    }
  });

  it('goes by a connection of its own each time, since those kept were let through for others', async () => {
    let connections = 0;
    server.on('connection', () => (connections += 1));
    for (let count = 0; count < 3; count += 1) await makePlatformFetch(trying)(`${origin}/jwks`);
    expect(connections).toBe(3);
  });

  it('follows no redirect', async () => {
    const response = await makePlatformFetch(trying)(`${origin}/moved`);
    expect([response.status, response.headers.get('location')]).toEqual([302, '/secret']);
  });

  it('waits no longer for what comes slowly than for what does not come', async () => {
    const signal = AbortSignal.timeout(200);
    await expect(makePlatformFetch(trying)(`${origin}/slow`, { signal })).rejects.toThrow();
    server.closeAllConnections();
  });

  it('reads a megabyte and no more', async () => {
    await expect(makePlatformFetch(trying)(`${origin}/endless`)).rejects.toThrow(/1048576 bytes/);
  });
});
