import { extract } from '@extractus/oembed-extractor';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iframeSnippet } from '../../src/lib/embed/snippets.ts';
import { plainDelivery } from '../../src/lib/quiz/delivery-options.ts';
import type { BankId, ItemId } from '../../src/lib/quiz/ids.ts';
import { stormContent } from '../browser/storm.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let closed: TestServer;
beforeAll(async () => {
  [server, closed] = await Promise.all([
    startServer({ CONTENT_DIR: stormContent }),
    startServer({ CONTENT_DIR: stormContent, EMBED_ORIGINS: 'none' }),
  ]);
});
afterAll(() => Promise.all([server.stop(), closed.stop()]));

const bank = { id: 'storm' as BankId, title: 'The March storm: who lost power?' };

function snippet(options = {}): string {
  const { origin } = server;
  return iframeSnippet({ origin, bank, options: { ...plainDelivery, ...options } });
}

function ask(query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${server.origin}/oembed?${query}`, { headers });
}

const address = () => encodeURIComponent(`${server.origin}/banks/storm`);

describe('a pasted address of a quiz', () => {
  it('is a frame to one consumer', async () => {
    const found = await extract(`${server.origin}/banks/storm`, { maxwidth: 500 });
    expect(found).toMatchObject({
      method: 'auto-discovery',
      type: 'rich',
      title: bank.title,
      provider_name: 'Verbatim',
      provider_url: server.origin,
      width: 500,
      height: 640,
    });
  });

  it('is the same frame to another', async () => {
    const { oEmbed } = await unfurl(`${server.origin}/banks/storm`);
    expect(oEmbed).toMatchObject({ type: 'rich', title: bank.title, width: 800, height: 640 });
    expect(oEmbed).toHaveProperty('html', snippet());
  });

  it('of an embed keeps its options for both', async () => {
    const page = `${server.origin}/embed/storm?items=repairs,schools&pass=80&utm_source=mail`;
    const options = { items: ['repairs', 'schools'] as ItemId[], passPercent: 80 };
    expect((await extract(page)) as object).toMatchObject({ html: snippet(options) });
    // This one reads what HTML writes for a sign as that sign.
    const read = snippet(options).replaceAll('&amp;', '&');
    expect((await unfurl(page)).oEmbed).toHaveProperty('html', read);
  });
});

describe('the endpoint', () => {
  it('lets every site read it, and says how long the answer holds', async () => {
    const { headers } = await ask(`url=${address()}`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('cache-control')).toBe('max-age=86400');
    expect(headers.get('vary')?.toLowerCase()).toContain('user-agent');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['no address', () => 'format=json', 400, 'No address was given'],
    ['another form', () => `url=${address()}&format=xml`, 501, 'in JSON only'],
    ['another site', () => 'url=https%3A%2F%2Fother.example%2Fbanks%2Fstorm', 404, 'no page'],
    ['an unknown quiz', () => `url=${address()}-of-old`, 404, 'no quiz “storm-of-old”'],
    ['a limit in words', () => `url=${address()}&maxwidth=wide`, 400, '“wide”'],
  ])('refuses %s in words', async (_what, query, status, words) => {
    const reply = await ask(query());
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await reply.text()).toContain(words);
  });

  it('gives WordPress the form that its sandbox knows', async () => {
    const reply = await ask(`url=${address()}`, {
      'user-agent': 'WordPress/6.8; https://b.example',
    });
    const { html } = (await reply.json()) as { html: string };
    expect(html).toMatch(/^<blockquote class="wp-embedded-content"><a href=/);
    expect(html).toContain('sandbox="allow-scripts"');
    expect(html).not.toContain('<script');
  });
});

describe('a server that lets nobody frame its quizzes', () => {
  it('offers no frame of them', async () => {
    const page = `${closed.origin}/banks/storm`;
    expect(await (await fetch(page)).text()).not.toContain('json+oembed');
    const reply = await fetch(`${closed.origin}/oembed?url=${encodeURIComponent(page)}`);
    expect(reply.status).toBe(404);
  });
});
