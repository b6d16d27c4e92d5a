import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { refusalFor } from './admission.ts';
import { originOf } from './origin.ts';

const origin = 'http://localhost:3000';

function statusOf(method: string, headers: IncomingHttpHeaders, ours: string | null = origin) {
  const request = { method, headers } as IncomingMessage;
  return refusalFor(request, ours)?.status ?? 'admitted';
}

describe('admission', () => {
  it.each<[string, IncomingHttpHeaders, number | 'admitted']>([
    ['GET', {}, 'admitted'],
    ['HEAD', { 'sec-fetch-site': 'cross-site' }, 'admitted'],
    ['POST', { origin, 'content-length': '10' }, 'admitted'],
    ['POST', { 'sec-fetch-site': 'same-origin', 'content-length': '10' }, 'admitted'],
    ['POST', { origin, 'content-length': '65536' }, 'admitted'],
    ['POST', { origin, 'content-length': '65537' }, 413],
    ['POST', { origin }, 411],
    ['POST', { 'content-length': '10' }, 403],
    ['POST', { origin: 'null', 'content-length': '10' }, 403],
    ['POST', { origin: 'https://elsewhere.example', 'content-length': '10' }, 403],
    ['POST', { origin, 'sec-fetch-site': 'cross-site', 'content-length': '10' }, 403],
    ['POST', { origin: 'x', 'sec-fetch-site': 'same-origin', 'content-length': '10' }, 403],
    ['OPTIONS', { origin }, 'admitted'],
    ['OPTIONS', { origin, 'transfer-encoding': 'chunked' }, 411],
    ['OPTIONS', {}, 403],
    ['DELETE', { origin }, 405],
    ['TRACE', {}, 405],
  ])('of %s with %j: %s', (method, headers, status) => {
    expect(statusOf(method, headers)).toBe(status);
  });

  it('names the methods that it takes where it refuses one', () => {
    const refusal = refusalFor({ method: 'PATCH', headers: {} } as IncomingMessage, origin);
    expect(refusal?.headers).toEqual({ allow: 'GET, HEAD, POST, OPTIONS' });
  });

  it('refuses a request for a host that can’t be one', () => {
    expect(statusOf('GET', {}, null)).toBe(400);
  });
});

describe('a post of a learning platform', () => {
  const foreign = {
    origin: 'https://lms.example',
    'sec-fetch-site': 'cross-site',
    'content-length': '10',
  };
  it.each<[string, number | 'admitted']>([
    ['/lti/login', 'admitted'],
    ['/lti/launch', 'admitted'],
    ['/lti/launch?bank=storm', 'admitted'],
    ['/lti/launch/', 403],
    ['/lti/launch/x', 403],
    ['/lti/%6caunch', 403],
    ['/lti/../lti/launch', 'admitted'],
    ['/lti/launch/../bind', 403],
    ['/lti/bind', 403],
    ['/lti/desk?/resend', 403],
    ['/lti/deep-link?/choose', 403],
    ['/lti/register', 403],
    ['/teach/new', 403],
    ['/?/lti/launch', 403],
  ])('to %s: %s', (url, status) => {
    const request = { method: 'POST', headers: foreign, url } as IncomingMessage;
    expect(refusalFor(request, origin)?.status ?? 'admitted').toBe(status);
  });
});

describe('originOf', () => {
  it.each<[IncomingHttpHeaders, string | null, string | null]>([
    [{ host: 'localhost:3000' }, null, 'http://localhost:3000'],
    [{ host: 'Quiz.Local' }, null, 'http://quiz.local'],
    [{ host: '[::1]:3000' }, null, 'http://[::1]:3000'],
    [{ host: 'a b' }, null, null],
    [{ host: 'x/y' }, null, null],
    [{}, null, null],
    [{ host: 'anything' }, 'https://quiz.example', 'https://quiz.example'],
  ])('takes %j with %j for %j', (headers, configured, expected) => {
    expect(originOf(headers, configured)).toBe(expected);
  });
});
