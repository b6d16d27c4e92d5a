import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stormContent } from '../browser/storm.ts';
import { anyAnswer } from './client.ts';
import { askFrame, formAddress, openFrame } from './frame-client.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CONTENT_DIR: stormContent });
});
afterAll(() => server.stop());

describe('what an author writes into the address', () => {
  it('and can’t be followed is named, and the quiz plays', async () => {
    const { body, status } = await askFrame(
      server.origin,
      '/embed/storm?pass=200&draws=3&items=repairs,flood&utm_source=mail',
    );
    expect(status).toBe(200);
    expect(body).toContain(
      'The option “pass” can’t be “200”. Write a whole number from 1 to 100. It is left out here.',
    );
    expect(body).toContain('There is no option “draws”');
    expect(body).toContain('This bank has no question “flood”. It has: ');
    expect(body).not.toContain('utm_source');
    expect(body).toContain('Question 1 of 1');
  });

  it('is shown as text', async () => {
    const { body } = await askFrame(server.origin, '/embed/storm?theme=%3Cscript%3Ealert(1)');
    expect(body).not.toContain('<script>alert');
  });

  it('decides the colours', async () => {
    const { body } = await askFrame(server.origin, '/embed/storm?theme=dark&accent=%23AA0000');
    expect(body).toContain('<html data-theme="dark"');
    expect(body).toMatch(/<style nonce="[^"]+">:root\{--accent:#aa0000/);
  });

  it('decides the language, where it is spoken', async () => {
    const spoken = await askFrame(server.origin, '/embed/storm?lang=qps-plocm');
    expect(spoken.body).toContain('lang="qps-plocm" dir="rtl"');
    const unspoken = await askFrame(server.origin, '/embed/storm?lang=tlh');
    expect(unspoken.body).toContain('lang="en"');
  });

  it.each(['/embed/thunder', '/embed/..%2fetc', '/embed/constructor', '/embed/attempts/1'])(
    'and names no quiz is a small page that says so: %s',
    async (path) => {
      const { body, headers, status } = await askFrame(server.origin, path);
      expect(status).toBe(404);
      expect(body).toContain('Not found');
      expect(body).not.toContain('<nav');
      expect(headers.get('x-frame-options')).toBeNull();
    },
  );
});

describe('links in a frame', () => {
  it('that leave it open beside the host’s page, without the secret', async () => {
    const { frame, page } = await openFrame(server.origin);
    const { body } = await frame.post(formAddress(page), anyAnswer(page));
    for (const text of [page, body]) {
      const links = [...text.matchAll(/<a\b[^>]*>/g)].map(([link]) => link);
      const outside = links.filter((link) => !link.includes('href="/embed/'));
      expect(outside.length).toBeGreaterThan(0);
      for (const link of outside) {
        expect(link).toContain('target="_blank" rel="noopener noreferrer"');
        expect(link).not.toContain('as=');
      }
    }
    expect(page).toContain('href="/banks/storm"');
  });
});

describe('the script for hosts', () => {
  it('may be loaded by every site, from an address that stays', async () => {
    const script = await askFrame(server.origin, '/embed.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('cache-control')).toBe('max-age=3600');
    expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(script.headers.get('access-control-allow-origin')).toBe('*');
    expect(script.body).toContain('verbatim-quiz');
    const known = { 'if-none-match': script.headers.get('etag') ?? '' };
    const again = await askFrame(server.origin, '/embed.js', { headers: known });
    expect([again.status, again.body]).toEqual([304, '']);
  });
});

describe('who may frame a quiz', () => {
  const ancestors = (headers: Headers) =>
    /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];

  it('is everybody by default, and nobody for any other page', async () => {
    const embedded = await askFrame(server.origin, '/embed/storm');
    expect(ancestors(embedded.headers)).toBe('*');
    expect(embedded.headers.get('x-frame-options')).toBeNull();
    for (const path of ['/', '/banks/storm', '/embed', '/embedded/storm', '/teach']) {
      const { headers } = await askFrame(server.origin, path);
      expect(ancestors(headers)).toBe("'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('and what it loads is named by its origin, since WebKit’s sandboxes know no “self”', async () => {
    const { headers } = await askFrame(server.origin, '/embed/storm');
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ['script-src', 'style-src', 'connect-src', 'form-action']) {
      expect(policy).toContain(`${part} 'self' ${server.origin}`);
    }
  });

  it('is who the operator names, for all quizzes or for one', async () => {
    const listed = await startServer({
      CONTENT_DIR: stormContent,
      EMBED_ORIGINS: 'none storm=https://school.example,https://*.press.example',
    });
    try {
      const own = await askFrame(listed.origin, '/embed/storm');
      expect(ancestors(own.headers)).toBe("'self' https://school.example https://*.press.example");
      const { frame, page } = await openFrame(listed.origin);
      const posted = await frame.post(formAddress(page), anyAnswer(page));
      expect(ancestors(posted.headers)).toContain('https://school.example');
      const unknown = await askFrame(listed.origin, '/embed/thunder');
      expect(ancestors(unknown.headers)).toBe("'self'");
    } finally {
      await listed.stop();
    }
  });

  it('keeps a server from starting where it can’t be read', async () => {
    const env = { CONTENT_DIR: stormContent, EMBED_ORIGINS: 'school.example' };
    await expect(startServer(env)).rejects.toThrow(
      /EMBED_ORIGINS holds “school\.example”, which is no origin/,
    );
  });
});
