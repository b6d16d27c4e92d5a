import type { XmlElement } from '../../xml-tree.ts';
import type { FormRead, ItemParts } from './item-parts.ts';
import { findAll, findNamed } from './qti-tree.ts';
import { typeNamed } from './read-feedback.ts';
import { scoringOf } from './read-scoring.ts';

const unseen: Readonly<Record<string, string>> = {
  img: 'an image',
  object: 'an embedded file',
  audio: 'a recording',
  video: 'a film',
  math: 'a formula',
  table: 'a table',
};

/** Tells the author of everything of an item that its question does not hold. */
export function noteLosses(item: XmlElement, parts: ItemParts, read: FormRead): void {
  const { body, feedbacks, note } = parts;
  for (const [name, words] of Object.entries(unseen)) {
    if (findNamed(body, name).length > 0) note(`It shows ${words}, of which only words are taken.`);
  }
  for (const { attributes } of findNamed(item, 'assessmentStimulusRef')) {
    note(`The text that it is about was left out: ${attributes.get('href') ?? 'a file'}.`);
  }
  for (const { attributes } of findNamed(item, 'include')) {
    note(`What it includes was left out: ${attributes.get('href') ?? 'a file'}.`);
  }
  if (findNamed(body, 'rubricBlock').length > 0) note('What its rubric says was left out.');
  if (item.attributes.get('adaptive') === 'true') {
    note('It went on after a first answer there; here the first answer counts.');
  }
  noteFixedPlaces(parts, read);
  noteScoring(parts, read);
  const others = [...new Set(feedbacks.others(read.replies))];
  if (others.length > 0) {
    note(`Feedback that belongs to no one answer was left out: ${others.join(', ')}.`);
  }
}

function noteFixedPlaces({ body, interactions, note }: ParsedParts, { type }: FormRead): void {
  const isFixed =
    interactions.some(({ attributes }) => attributes.get('shuffle') === 'false') ||
    findAll(body, ({ attributes }) => attributes.get('fixed') === 'true').length > 0;
  if (!isFixed || !shuffled.has(type)) return;
  note(
    'Its choices stood in a fixed order there. Here they are shuffled: let none speak of another’s place.',
  );
}

type ParsedParts = Pick<ItemParts, 'body' | 'interactions' | 'note'>;

/** Types whose choices the learner finds in an order of their own. */
const shuffled: ReadonlySet<FormRead['type']> = new Set([
  'single-choice',
  'multiple-response',
  'match',
  'evidence-select',
]);

/** What was written here is read whole; of others’ rules the usual ones are. */
function noteScoring({ body, note, rules }: ItemParts, { type }: FormRead): void {
  if (typeNamed(body) !== null) return;
  const scoring = scoringOf(rules, type === 'numeric' || type === 'text-entry');
  if (scoring === 'unread') {
    note(
      'It gives points by rules that are not read. Here they are for the response it calls correct.',
    );
  }
  if (scoring === 'none') {
    note('It does not say how points are given. Here they are for the response it calls correct.');
  }
}
