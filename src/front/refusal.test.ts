import { expect, it } from 'vitest';
import { ownHeaders } from './headers.ts';
import { refusalText } from './refusal.ts';

const refusal = { status: 400, title: 'A <b>', words: 'Bread & <script>butter</script>.' };

it('shows what it is given as text, never as markup', () => {
  const text = refusalText(refusal, false);
  expect(text).toContain('<h1>A &lt;b></h1>');
  expect(text).toContain('<p>Bread &amp; &lt;script>butter&lt;/script>.</p>');
});

it('goes over the wire with every header and its own length', () => {
  const [head = '', page = ''] = refusalText({ ...refusal, headers: { allow: 'GET' } }, true).split(
    '\r\n\r\n',
  );
  const [first, ...lines] = head.split('\r\n');
  expect(first).toBe('HTTP/1.1 400 Bad Request');
  for (const [name, value] of Object.entries(ownHeaders(true))) {
    expect(lines).toContain(`${name}: ${value}`);
  }
  expect(lines).toContain('allow: GET');
  expect(lines).toContain('connection: close');
  expect(lines).toContain(`content-length: ${Buffer.byteLength(page)}`);
});
