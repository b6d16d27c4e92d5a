import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('the settings of the front server', () => {
  it('have defaults', () => {
    expect(readSettings({})).toEqual({ port: 3000, host: 'localhost', origin: null });
  });

  it('are read from the environment', () => {
    const env = { PORT: '8080', HOST: '0.0.0.0', ORIGIN: 'https://quiz.example/' };
    expect(readSettings(env)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      origin: 'https://quiz.example',
    });
  });

  it.each([
    [{ PORT: 'http' }, /PORT is “http”\. Write a number/],
    [{ PORT: '70000' }, /PORT is “70000”/],
    [{ PORT: '-1' }, /PORT/],
    [{ ORIGIN: 'quiz.example' }, /ORIGIN is “quiz\.example”\. Write the address/],
    [{ ORIGIN: 'https://quiz.example/path' }, /without a path/],
    [{ ORIGIN: 'ftp://quiz.example' }, /ORIGIN/],
    [{ XFF_DEPTH: '2' }, /ADDRESS_HEADER names none\. Write ADDRESS_HEADER=X-Forwarded-For/],
  ])('say in words what is wrong with %j', (env, words) => {
    expect(() => readSettings(env)).toThrow(words);
  });
});
