import { expect, it } from 'vitest';
import { announcement } from './announcement.ts';

const places = {
  contentDir: '/srv/content',
  sourcesDir: null,
  database: '/srv/data/verbatim.db',
  isPreview: false,
};

it('says where it listens, what it takes for its origin, what it reads and where it writes', () => {
  const settings = { port: 0, host: '10.0.0.5', origin: 'https://quiz.example.org' };
  expect(announcement(settings, 4173, { ...places, sourcesDir: '/srv/texts' })).toEqual([
    'Verbatim is ready at https://quiz.example.org',
    '  listens on   10.0.0.5, port 4173',
    '  origin       https://quiz.example.org',
    '  content      /srv/content',
    '  texts        /srv/texts',
    '  database     /srv/data/verbatim.db',
  ]);
});

it.each([
  ['localhost', 'http://localhost:3000'],
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
])('on host %s names an address that a browser opens', (host, address) => {
  const [first] = announcement({ port: 3000, host, origin: null }, 3000, places);
  expect(first).toBe(`Verbatim is ready at ${address}`);
});

it('says how to open it to the network only where it is closed', () => {
  const lastLine = (host: string) =>
    announcement({ port: 3000, host, origin: null }, 3000, places).at(-1);
  expect(lastLine('localhost')).toContain('HOST=0.0.0.0 npm start');
  expect(lastLine('0.0.0.0')).not.toContain('HOST=');
});

it('does not say of a preview how to open it to the network', () => {
  const settings = { port: 3100, host: '127.0.0.1', origin: null };
  const lines = announcement(settings, 3100, { ...places, isPreview: true });
  expect(lines.join('\n')).not.toContain('HOST=');
});
