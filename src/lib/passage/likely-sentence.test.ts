import { describe, expect, it } from 'vitest';
import { likelySentenceFinder } from './likely-sentence.ts';
import type { SourceId } from './source.ts';
import { readSourceText } from './source-text.ts';

const wire =
  'Storm leaves the valley dark\n\nSome 480,000 households were without electricity at the peak of the outage. Officials warned that repairs in the hills could take until Tuesday. No one was hurt.';
const daily =
  'After the storm\n\nThe storm affected about 1.2 million people, the agency said. Schools stay closed on Monday.';
const texts = new Map([
  ['wire' as SourceId, readSourceText(wire)],
  ['daily' as SourceId, readSourceText(daily)],
]);
const find = likelySentenceFinder(texts);

describe('the sentence that is most likely to prove an answer', () => {
  it.each([
    ['How long could repairs take?', 'Until Tuesday', 'wire', /^Officials warned .* Tuesday\.$/],
    ['How many households had no electricity?', '480000', 'wire', /^Some 480,000 households/],
    ['Which day are schools closed?', 'Monday', 'daily', /^Schools stay closed/],
    ['The storm affected about a million people.', '', 'daily', /^The storm affected/],
  ])('of “%s” is found with its source', (stem, answer, source, text) => {
    expect(find({ stem, answer })).toEqual({
      source,
      text: expect.stringMatching(text) as string,
    });
  });

  it.each([
    ['Who wrote the song?', 'A band from the hills'],
    ['When did it end?', 'In 1997'],
    ['', ''],
  ])('of “%s” is none where too few of its words stand anywhere', (stem, answer) => {
    expect(find({ stem, answer })).toBeNull();
  });

  it('is a whole sentence of the article, and none where there are no articles', () => {
    const likely = find({ stem: 'How long could repairs take?', answer: 'Until Tuesday' });
    expect(wire).toContain(likely?.text);
    expect(likelySentenceFinder(new Map())({ stem: 'How long?', answer: 'Tuesday' })).toBeNull();
  });
});
