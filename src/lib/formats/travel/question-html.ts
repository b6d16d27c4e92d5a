import type { Say } from '../../messages/say.ts';
import { segmentsOf } from '../../passage/segments.ts';
import { xmlText } from '../xml.ts';
import type { TravelPassage, TravelQuestion, TravelSource } from './question.ts';

/**
 * The classes by which what was written is found again, whatever else an editor puts around it. A
 * source is named by one of its own: `source-wire`.
 */
export const travelClass = {
  compared: 'verbatim-compared',
  passage: 'verbatim-passage',
  near: 'verbatim-near',
  nearNote: 'verbatim-near-note',
  source: 'verbatim-source',
  settle: 'verbatim-settle',
  asOf: 'verbatim-as-of',
  searched: 'verbatim-searched',
  unit: 'verbatim-unit',
} as const;

/** A text as HTML shows it, composed (NFC). */
export function htmlText(text: string): string {
  return xmlText(text.normalize('NFC'));
}

/** A paragraph of plain text. */
export function paragraph(text: string, ...classes: readonly string[]): string {
  const named = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  return `<p${named}>${htmlText(text)}</p>`;
}

/**
 * What a learner reads before answering: the stem, and the passages of a comparison, their decisive
 * words not marked.
 */
export function stemHtml({ compare, passages, stem }: TravelQuestion): string {
  const shown = compare.flatMap(({ id }) => passages.filter(({ source }) => source.id === id));
  const quoted = shown.map((passage) =>
    quotationHtml({ ...passage, marks: [] }, travelClass.compared),
  );
  return [paragraph(stem), ...quoted].join('');
}

/** What a learner reads after answering: why, what would settle it, the evidence with its sources. */
export function explanationHtml(question: TravelQuestion, say: Say): string {
  const { asOf, searched, settle, why } = question;
  return [
    ...why.map((text) => paragraph(text)),
    ...(settle === null ? [] : [settleHtml(settle, say)]),
    ...(asOf === null ? [] : [paragraph(say('review.asOf', { when: asOf }), travelClass.asOf)]),
    ...evidenceOf(question).map((passage) => evidenceHtml(passage, say)),
    ...(searched.length === 0 ? [] : [searchedHtml(searched, say)]),
  ].join('');
}

/** The passages of a question, then the sentences to pick that prove it. */
function evidenceOf(question: TravelQuestion): readonly TravelPassage[] {
  if (!('sentences' in question)) return question.passages;
  const keyed = question.groups.flat();
  const proofs = question.sentences.filter(({ id }) => keyed.includes(id));
  return [...question.passages, ...proofs.map(({ passage }) => passage)];
}

function settleHtml(text: string, say: Say): string {
  return `<p class="${travelClass.settle}"><em>${htmlText(say('review.settle'))}:</em> <span class="${travelClass.settle}">${htmlText(text)}</span></p>`;
}

/** Stands for the sources while the sentence about them is escaped. */
const gap = '\uE000';

function searchedHtml(searched: readonly TravelSource[], say: Say): string {
  const sentence = htmlText(say('review.searched', { sources: gap }));
  const names = searched.map(sourceHtml).join('; ');
  return `<p class="${travelClass.searched}">${sentence.replace(gap, () => names)}</p>`;
}

function evidenceHtml(passage: TravelPassage, say: Say): string {
  const note = passage.near ? [paragraph(say('source.near'), travelClass.nearNote)] : [];
  const kind = passage.near ? travelClass.near : travelClass.passage;
  return [...note, quotationHtml(passage, kind)].join('');
}

function quotationHtml(passage: TravelPassage, kind: string): string {
  const words = segmentsOf(passage).map(({ marked, text }) =>
    marked ? `<strong>${htmlText(text)}</strong>` : htmlText(text),
  );
  return `<blockquote class="${kind}">${words.join('')}</blockquote><p class="${travelClass.source}">${sourceHtml(passage.source)}</p>`;
}

/** A source’s line, linked where it has an address; its id travels as a class. */
export function sourceHtml({ attribution, id, url }: TravelSource): string {
  const classes = [travelClass.source, ...(id === null ? [] : [`source-${id}`])].join(' ');
  const isLink = url !== null && /^https?:/.test(url);
  return isLink
    ? `<a class="${classes}" href="${htmlText(url)}">${htmlText(attribution)}</a>`
    : `<span class="${classes}">${htmlText(attribution)}</span>`;
}
