import { expect, it } from 'vitest';
import { isPreview } from './is-preview.ts';

it('is open where the environment asks for it and nobody else can reach it', () => {
  const asked = { VERBATIM_PREVIEW: '1' };
  expect(isPreview(asked)).toBe(true);
  expect(isPreview({ ...asked, HOST: '::1' })).toBe(true);
  expect(isPreview({})).toBe(false);
  expect(isPreview({ VERBATIM_PREVIEW: '0', HOST: '0.0.0.0' })).toBe(false);
});

it.each(['0.0.0.0', '::', '192.0.2.7', 'quiz.example.org'])(
  'refuses to be opened to others at %s',
  (host) => {
    expect(() => isPreview({ VERBATIM_PREVIEW: '1', HOST: host })).toThrow(
      `The preview shows every key, and HOST is “${host}”`,
    );
  },
);
