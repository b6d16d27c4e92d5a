import { describe, expect, it } from 'vitest';
import { plainDelivery } from '../../quiz/delivery-options.ts';
import {
  carryJourney,
  embedPage,
  framedPolicy,
  inColours,
  isEmbedPath,
  type Journey,
} from './embed-page.ts';

const secret = 's'.repeat(43);
const whole: Journey = {
  bankId: 'storm',
  options: { ...plainDelivery, passPercent: 80, theme: 'dark' },
  secret,
};
const nothing: Journey = { bankId: null, options: plainDelivery, secret: null };

describe('a journey', () => {
  it.each<[string, string, Journey]>([
    ['/embed/attempts/a', `/embed/attempts/a?bank=storm&pass=80&theme=dark&as=${secret}`, whole],
    [
      '/embed/attempts/a?/answer#problem',
      `/embed/attempts/a?/answer&bank=storm&pass=80&theme=dark&as=${secret}#problem`,
      whole,
    ],
    ['/embed/attempts/a#verdict', '/embed/attempts/a#verdict', nothing],
    ['/banks/storm', '/banks/storm', whole],
    ['https://elsewhere.example/embed/', 'https://elsewhere.example/embed/', whole],
    ['//elsewhere.example/embed/', '//elsewhere.example/embed/', whole],
  ])('carried by %s: %s', (address, carried, journey) => {
    expect(carryJourney(address, journey)).toBe(carried);
  });

  it('is carried by the links and forms of a page, others open elsewhere', () => {
    const page = `<a class="b" href="/embed/x?y=1&amp;z=2">x</a><form method="post" action="/embed/f?/answer">
<a href="/sources/wire#p1">s</a><a href="https://wire.example/">w</a><a href="#in">i</a>`;
    expect(embedPage(page, { ...nothing, secret })).toBe(
      `<a class="b" href="/embed/x?y=1&amp;z=2&amp;as=${secret}">x</a><form method="post" action="/embed/f?/answer&amp;as=${secret}">
<a href="/sources/wire#p1" target="_blank" rel="noopener noreferrer">s</a><a href="https://wire.example/" target="_blank" rel="noopener noreferrer">w</a><a href="#in">i</a>`,
    );
  });
});

it('colours go by the nonce of the page’s own styles', () => {
  const page = '<html lang="en"><head><style nonce="n1">a{}</style></head>';
  expect(inColours(page, 'light', ':root{}')).toBe(
    '<html data-theme="light" lang="en"><head><style nonce="n1">a{}</style><style nonce="n1">:root{}</style></head>',
  );
});

it('a policy names its origin and who may frame', () => {
  const policy = "script-src 'self' 'nonce-x'; frame-ancestors 'none'; base-uri 'none'";
  expect(framedPolicy(policy, 'https://quiz.example', "'self' https://school.example")).toBe(
    "script-src 'self' https://quiz.example 'nonce-x'; frame-ancestors 'self' https://school.example; base-uri 'none'",
  );
});

it.each([
  ['/embed/storm', true],
  ['/embed/', true],
  ['/embed', false],
  ['/embed.js', false],
  ['/embedded/storm', false],
])('%s is shown in frames: %s', (path, isEmbed) => {
  expect(isEmbedPath(path)).toBe(isEmbed);
});
