import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { ownHeaders, setHeaders } from './headers.ts';

let response: ServerResponse;
beforeEach(() => {
  response = new ServerResponse(new IncomingMessage(new Socket()));
});

describe('setHeaders', () => {
  it('closes what the app leaves open', () => {
    setHeaders(response, false);
    response.writeHead(200);
    expect(response.getHeaders()).toEqual(ownHeaders(false));
    expect(response.getHeader('content-security-policy')).toContain("default-src 'none'");
    expect(response.getHeader('cache-control')).toBe('no-store');
  });

  it.each<[string, (own: Record<string, string>) => void]>([
    [
      'sets before',
      (own) => {
        for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
        response.writeHead(200);
      },
    ],
    ['gives with the status', (own) => response.writeHead(200, own)],
    ['gives with the status and its words', (own) => response.writeHead(200, 'Fine', own)],
  ])('keeps the policy and the cache that the app %s', (_name, write) => {
    setHeaders(response, false);
    write({ 'Content-Security-Policy': "default-src 'self'", 'Cache-Control': 'max-age=60' });
    expect(response.getHeader('content-security-policy')).toBe("default-src 'self'");
    expect(response.getHeader('cache-control')).toBe('max-age=60');
  });

  it('asks for https again only where it is https', () => {
    setHeaders(response, true);
    expect(response.getHeader('strict-transport-security')).toBe('max-age=31536000');
    expect(ownHeaders(false)).not.toHaveProperty('strict-transport-security');
  });
});
