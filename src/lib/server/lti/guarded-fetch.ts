import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What is asked of a platform. */
export interface PlatformRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Asks a platform; rejects with a {@link BlockedAddress}, or where nothing readable comes back in time. */
export type PlatformFetch = (address: string, request?: PlatformRequest) => Promise<Response>;

/** Where an address may lead. */
export interface Reach {
  /** True for addresses for which whoever runs this server vouches: they may lie in a private network. */
  readonly isTrusted: boolean;
  /** True on a server for trying things out: this machine itself, over plain http. */
  readonly allowsLoopback: boolean;
}

/** An address at which this server asks nobody. */
export class BlockedAddress extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BlockedAddress';
  }
}

/** Milliseconds that a platform may take, and bytes that it may answer. */
const patienceMs = 10_000;
const mostBytes = 1_048_576;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Networks of one’s own (RFC 1918, RFC 4193). */
const own = new BlockList();
own.addSubnet('10.0.0.0', 8);
own.addSubnet('172.16.0.0', 12);
own.addSubnet('192.168.0.0', 16);
own.addSubnet('100.64.0.0', 10);
own.addSubnet('fc00::', 7, 'ipv6');

/** Addresses that mean no host of the internet, those of the machine and its links among them. */
const never = new BlockList();
never.addSubnet('0.0.0.0', 8);
never.addSubnet('169.254.0.0', 16);
never.addSubnet('192.0.0.0', 24);
never.addSubnet('198.18.0.0', 15);
never.addSubnet('224.0.0.0', 4);
never.addSubnet('240.0.0.0', 4);
never.addSubnet('::', 96, 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');
never.addSubnet('64:ff9b::', 96, 'ipv6');
never.addSubnet('64:ff9b:1::', 48, 'ipv6');
never.addSubnet('fec0::', 10, 'ipv6');
never.addSubnet('2002::', 16, 'ipv6');

/** True for an IP address at which this server may ask. Mapped addresses count as what they map. */
export function isReachable(address: string, { allowsLoopback, isTrusted }: Reach): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const ip = mapped ?? address;
  const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4';
  // Any other way to write a mapped address.
  if (family === 'ipv6' && /^::ffff:/i.test(ip)) return false;
  if (loopback.check(ip, family)) return allowsLoopback;
  if (own.check(ip, family)) return isTrusted;
  return !never.check(ip, family);
}

/**
 * Asks platforms: over https only, no private network unless it is trusted, no redirects, no more
 * than a megabyte, ten seconds at most. The name is looked up once, and what it names is what is asked.
 */
export function makePlatformFetch(reach: Reach): PlatformFetch {
  return async (address, given = {}) => {
    const url = new URL(address);
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const isPlain = url.protocol === 'http:' && reach.allowsLoopback;
    if (url.protocol !== 'https:' && !isPlain) {
      throw new BlockedAddress(`${url.origin} is not asked: it is not https.`);
    }
    if (isIP(hostname) && !isUsable(hostname, reach, isPlain)) throw blocked(url, hostname);
    const answer = await send(url, given, reachableLookup(url, reach, isPlain));
    const { statusCode = 502, headers } = answer;
    const body = await readAll(answer, url);
    const plain = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    );
    const isEmpty = statusCode === 204 || statusCode === 304;
    return new Response(isEmpty ? null : body, { status: statusCode, headers: plain });
  };
}

/** Plain http goes to this machine and nowhere else. */
function isUsable(ip: string, reach: Reach, isPlain: boolean): boolean {
  const isHere = loopback.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
  return isReachable(ip, reach) && (!isPlain || isHere);
}

function blocked(url: URL, ip: string): BlockedAddress {
  return new BlockedAddress(
    `${url.origin} is not asked: ${ip} lies in a network that is closed to platforms.`,
  );
}

function reachableLookup(url: URL, reach: Reach, isPlain: boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const usable = found.filter(({ address }) => isUsable(address, reach, isPlain));
      const [first] = usable;
      if (!first) return done(blocked(url, found[0]?.address ?? 'its name'), '', 0);
      if (options.all) return done(null, usable);
      return done(null, first.address, first.family);
    });
  };
}

function send(
  url: URL,
  { body, headers = {}, method = 'GET', signal }: PlatformRequest,
  reachable: LookupFunction,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const limit = AbortSignal.timeout(patienceMs);
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      // A connection of its own: one that is kept was looked up, and let through, for another platform.
      agent: false,
      method,
      headers: { accept: 'application/json', ...headers },
      lookup: reachable,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    asked.once('response', resolve);
    asked.once('error', reject);
    asked.end(body);
  });
}

async function readAll(answer: IncomingMessage, url: URL): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) {
      answer.destroy();
      throw new Error(`${url.origin} answered more than ${mostBytes} bytes.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
