import { describe, expect, it } from 'vitest';
import {
  carriedOwner,
  carriedSecret,
  carryIn,
  carryInPage,
  withoutSecret,
} from './carried-owner.ts';
import { makeOwnerSecret, ownerOf } from './owner.ts';

const secret = makeOwnerSecret();

describe('a secret in an address', () => {
  it('names its owner', () => {
    const url = new URL(`http://localhost/attempts/att_a?x=1&as=${secret}#here`);
    expect(carriedSecret(url)).toBe(secret);
    expect(carriedOwner(url)).toBe(ownerOf(secret));
    expect(withoutSecret(url)).toBe('/attempts/att_a?x=1');
  });

  it.each(['//elsewhere.example/x', '/\\elsewhere.example/x', '///elsewhere.example/x'])(
    'leads to no other host when it is taken out of %s',
    (path) => {
      const url = new URL(`http://localhost${path}?as=${secret}`);
      expect(new URL(withoutSecret(url), url).origin).toBe('http://localhost');
    },
  );

  it.each(['', 'as=', 'as=short', `as=${'x'.repeat(44)}`, 'as=<script>'])(
    'is not taken from %j',
    (query) => {
      const url = new URL(`http://localhost/?${query}`);
      expect(carriedSecret(url)).toBeNull();
      expect(carriedOwner(url)).toBeNull();
    },
  );
});

describe('carrying it on', () => {
  it.each([
    ['/attempts/a', `/attempts/a?as=${secret}`],
    ['/attempts/a#verdict', `/attempts/a?as=${secret}#verdict`],
    ['?/answer#problem', `?/answer&as=${secret}#problem`],
    ['/my-record?/again', `/my-record?/again&as=${secret}`],
    [`/a?x=1&as=${secret}`, `/a?x=1&as=${secret}`],
    ['#questions', '#questions'],
    ['//elsewhere.example/', '//elsewhere.example/'],
    ['https://elsewhere.example/', 'https://elsewhere.example/'],
    ['mailto:someone', 'mailto:someone'],
    ['/_app/immutable/x.js', '/_app/immutable/x.js'],
  ])('%s becomes %s', (address, carried) => {
    expect(carryIn(address, secret)).toBe(carried);
  });

  it('reaches every link and form of a page, and nothing else', () => {
    const page = `<link href="/x.css"><a class="y" href="/b?p=1&amp;q=2">b</a><form method="post" action="?/go"></form>`;
    expect(carryInPage(page, secret)).toBe(
      `<link href="/x.css"><a class="y" href="/b?p=1&amp;q=2&amp;as=${secret}">b</a><form method="post" action="?/go&amp;as=${secret}"></form>`,
    );
  });

  it('reaches the stream that a part of a page follows', () => {
    expect(carryInPage('<div class="x" data-follow="/classes/c/pulse"></div>', secret)).toBe(
      `<div class="x" data-follow="/classes/c/pulse?as=${secret}"></div>`,
    );
  });

  it('is a field of a form whose fields become the address', () => {
    const page = `<form method="get" action="/"><input name="words"/></form>`;
    expect(carryInPage(page, secret)).toBe(
      `<form method="get" action="/?as=${secret}"><input type="hidden" name="as" value="${secret}"/><input name="words"/></form>`,
    );
  });
});
