import { describe, expect, it } from 'vitest';
import { readFramePermission, strangersInPermission } from './frame-permission.ts';

function ancestors(written: string | undefined, bank: string | null = null): string {
  return readFramePermission({ EMBED_ORIGINS: written }).ancestorsOf(bank);
}

describe('who may frame quizzes', () => {
  it.each<[string | undefined, string]>([
    [undefined, '*'],
    ['', '*'],
    ['*', '*'],
    ['none', "'self'"],
    ['https://school.example', "'self' https://school.example"],
    ['https://School.example/', "'self' https://school.example"],
    [
      'https://a.example,https://*.b.example:8443,http://[::1]:3000',
      "'self' https://a.example https://*.b.example:8443 http://[::1]:3000",
    ],
  ])('%j: %s', (written, expected) => {
    expect(ancestors(written)).toBe(expected);
  });

  it('may be others for one bank', () => {
    const written = 'https://a.example storm=https://b.example dates=*';
    expect(ancestors(written, 'storm')).toBe("'self' https://b.example");
    expect(ancestors(written, 'dates')).toBe('*');
    expect(ancestors(written, 'other')).toBe("'self' https://a.example");
    expect(ancestors('storm=https://b.example', 'other')).toBe('*');
  });

  it('names banks that are not served', () => {
    const permission = readFramePermission({ EMBED_ORIGINS: 'strom=https://b.example storm=*' });
    expect(strangersInPermission(permission, new Map([['storm', {}]]))).toEqual([
      'EMBED_ORIGINS names the bank “strom”, which is not served. Is that its id?',
    ]);
  });

  it.each<[string, RegExp]>([
    ['school.example', /holds “school\.example”, which is no origin/],
    ['https://a.example/path', /no origin/],
    ["https://a.example;script-src 'unsafe-inline'", /no origin/],
    ['https://a.example,', /holds “”/],
    ['https://*', /no origin/],
    ['ftp://a.example', /no origin/],
    ['storm=', /no origin/],
    ['https://a.example https://b.example', /names origins twice/],
    ['storm=* storm=none', /names origins of storm twice/],
  ])('is said in words where it can’t be read: %s', (written, words) => {
    expect(() => readFramePermission({ EMBED_ORIGINS: written })).toThrow(words);
    expect(() => readFramePermission({ EMBED_ORIGINS: written })).toThrow(/EMBED_ORIGINS=\*/);
  });
});
