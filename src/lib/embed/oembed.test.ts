import { describe, expect, it } from 'vitest';
import type { BankId, ItemId } from '../quiz/ids.ts';
import { plainDelivery } from '../quiz/delivery-options.ts';
import { isFromWordPress, oembedAddress, oembedAnswer, readOembedRequest } from './oembed.ts';
import { iframeSnippet, type FrameLimits } from './snippets.ts';

const origin = 'https://quiz.example';

function requestFor(query: Readonly<Record<string, string>>) {
  return readOembedRequest(new URL(`${origin}/oembed?${String(new URLSearchParams(query))}`));
}

const quiz = {
  origin,
  bank: { id: 'storm' as BankId, title: 'After the "storm"' },
  options: { ...plainDelivery, items: ['repairs', 'schools'] as ItemId[], passPercent: 80 },
};

function answerTo(limits: Partial<FrameLimits> = {}, isWordPress = false) {
  const all = { maxWidth: null, maxHeight: null, ...limits };
  return oembedAnswer(quiz, { isWordPress, limits: all, provider: 'Verbatim' });
}

describe('a request', () => {
  it.each([
    [`${origin}/banks/storm`],
    [`${origin}/banks/storm/`],
    [`${origin}/embed/storm#top`],
    ['http://quiz.example/embed/storm'],
  ])('means the quiz of %s', (url) => {
    expect(requestFor({ url })).toMatchObject({ kind: 'quiz', bankId: 'storm' });
  });

  it('keeps the options of the address', () => {
    const url = `${origin}/embed/storm?items=repairs,schools&pass=80`;
    expect(requestFor({ url, format: 'json' })).toMatchObject({ options: quiz.options });
  });

  it.each([
    ['https://quiz.example.evil.example/banks/storm'],
    ['https://other.example/banks/storm'],
    ['https://quiz.example:444/banks/storm'],
    [`${origin}/banks/storm/worksheet`],
    [`${origin}/attempts/att_1`],
    [`${origin}/embed/attempts/att_1`],
    [`${origin}/banks/Storm%2F..`],
    ['javascript://quiz.example/banks/storm'],
    ['/banks/storm'],
    ['storm'],
  ])('means nothing here where the address is %s', (url) => {
    expect(requestFor({ url })).toEqual({ kind: 'foreign' });
  });

  it('without an address, or for another form, is told so', () => {
    expect(requestFor({})).toEqual({ kind: 'no-address' });
    expect(requestFor({ url: ' ' })).toEqual({ kind: 'no-address' });
    expect(requestFor({ format: 'xml' })).toEqual({ kind: 'format' });
  });

  it.each<[string, string, unknown]>([
    ['500', '', { maxWidth: 500, maxHeight: null }],
    ['500.9', '300', { maxWidth: 500, maxHeight: 300 }],
    ['0', '0', { maxWidth: null, maxHeight: null }],
    ['1000000', '', { maxWidth: 1_000_000, maxHeight: null }],
  ])('of at most %s by %s', (maxwidth, maxheight, limits) => {
    const url = `${origin}/banks/storm`;
    expect(requestFor({ url, maxwidth, maxheight })).toMatchObject({ limits });
  });

  it.each([
    ['maxwidth', 'wide'],
    ['maxheight', '-5'],
    ['maxheight', '1e3'],
  ])('is told of a limit that is no number: %s=%s', (name, value) => {
    const faulty = requestFor({ url: `${origin}/banks/storm`, [name]: value });
    expect(faulty).toEqual({ kind: 'limit', name, value });
  });
});

describe('an answer', () => {
  it('is the very snippet, with what oEmbed asks for', () => {
    expect(answerTo()).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'After the "storm"',
      provider_name: 'Verbatim',
      provider_url: origin,
      cache_age: 86_400,
      width: 800,
      height: 640,
      html: iframeSnippet(quiz),
    });
  });

  it('stays within the limits, and so does its frame', () => {
    const answer = answerTo({ maxWidth: 500, maxHeight: 300 });
    expect(answer).toMatchObject({ width: 500, height: 300 });
    expect(answer.html).toContain('max-width:500px;max-height:300px');
    expect(answerTo({ maxWidth: 2000, maxHeight: 2000 })).toMatchObject({
      width: 800,
      height: 640,
    });
  });

  it('to WordPress is a quotation and a frame, as it makes them', () => {
    const { html } = answerTo({ maxWidth: 500 }, true);
    expect(html).not.toContain('<script');
    // What WordPress looks for, once it has taken away every attribute of a quotation.
    const plain = html.replace('<blockquote class="wp-embedded-content">', '<blockquote>');
    const found = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/ms.exec(plain);
    expect(found?.[1]).toContain(`<a href="${origin}/banks/storm">After the &quot;storm&quot;</a>`);
    expect(found?.[2]).toContain(
      'src="https://quiz.example/embed/storm?items=repairs,schools&amp;',
    );
    expect(found?.[2]).toContain('width="500" height="640"');
  });
});

describe('who asks', () => {
  it('is WordPress where it says so', () => {
    expect(isFromWordPress('WordPress/6.8.2; https://blog.example')).toBe(true);
    expect(isFromWordPress('Mozilla/5.0 (compatible; NotWordPress/1)')).toBe(false);
    expect(isFromWordPress(null)).toBe(false);
  });
});

describe('the address that pages name', () => {
  it('carries theirs whole', () => {
    const address = oembedAddress(origin, `${origin}/embed/storm?items=a,b&pass=80`);
    expect(new URL(address).searchParams.get('url')).toBe(
      `${origin}/embed/storm?items=a,b&pass=80`,
    );
  });
});
