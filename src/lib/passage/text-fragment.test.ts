import { describe, expect, it } from 'vitest';
import { textFragmentUrl } from './text-fragment.ts';

const url = 'https://news.example/storm';

describe('a text fragment', () => {
  it.each<[string, string, string, string]>([
    ['a short passage whole', url, 'Roads were closed.', `${url}#:~:text=Roads%20were%20closed.`],
    [
      'a long passage by its ends',
      url,
      'Officials warned that repairs in the hills could take until Tuesday.',
      `${url}#:~:text=Officials%20warned%20that%20repairs,could%20take%20until%20Tuesday.`,
    ],
    ['its own signs encoded', url, 'a-b, c & d', `${url}#:~:text=a%2Db%2C%20c%20%26%20d`],
    ['an anchor that is there', `${url}#top`, 'No one.', `${url}#top:~:text=No%20one.`],
  ])('names %s', (_what, page, exact, address) => {
    expect(textFragmentUrl(page, exact)).toBe(address);
  });
});
