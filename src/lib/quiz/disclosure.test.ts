import { expect, it } from 'vitest';
import { makeItem, makeSentences } from '../../../tests/items/make-item.ts';
import type { SourceId } from '../passage/source.ts';
import { disclosedBy, partsOf } from './disclosure.ts';

const wire = 'wire' as SourceId;
const passage = (exact: string, near = false, source = wire) => ({
  source,
  exact,
  marks: [],
  occurrence: null,
  near,
});

const asked = makeItem('single-choice', { passages: [passage('Lines fell at nine.')] });
const others = (exact: string, near = false, source = wire) =>
  makeItem('numeric', { passages: [passage(exact, near, source)] });

it.each([
  ['the passage itself', others('Lines fell at nine.'), 1],
  ['a passage around it', others('It was dark. Lines fell at nine. Crews came.'), 1],
  ['another passage', others('Crews came.'), 0],
  [
    'the same words of another source',
    others('Lines fell at nine.', false, 'daily' as SourceId),
    0,
  ],
])('a comparison that lays open %s', (_name, other, disclosed) => {
  const comparison = { ...other, compare: [wire] };
  expect(disclosedBy(comparison, [asked, comparison])).toHaveLength(disclosed);
  expect(disclosedBy(other, [asked, other])).toEqual([]);
});

it('sentences to pick from lay open what they prove elsewhere, and nothing that is only near', () => {
  const picking = makeItem('evidence-select', {
    passages: [],
    sentences: makeSentences('Lines fell at nine.', 'Crews came.'),
  });
  expect(disclosedBy(picking, [asked, picking, others('Crews came.', true)])).toEqual([asked]);
});

it('parts come after all that they lay open, however far that reaches', () => {
  const crews = { ...others('Crews came.'), compare: [wire] };
  const picking = makeItem('evidence-select', {
    passages: [],
    sentences: makeSentences('Crews came.', 'Trains stood.'),
  });
  const comparison = { ...others('It was dark. Lines fell at nine.'), compare: [wire] };
  const last = makeItem('evidence-select', {
    passages: [passage('Trains stood.')],
    sentences: makeSentences('It was dark. Lines fell at nine.', 'Snow fell.'),
  });
  expect(partsOf([last, comparison, asked])).toEqual([[asked], [comparison], [last]]);
  expect(partsOf([picking, crews, asked])).toEqual([[crews, asked], [picking]]);
});

it('items that lay each other open stand in parts of their own', () => {
  const one = { ...others('It was dark.'), compare: [wire] };
  const other = { ...others('It was dark. Crews came.'), compare: [wire] };
  expect(partsOf([one, other])).toEqual([[one], [other]]);
  expect(partsOf([])).toEqual([]);
});
