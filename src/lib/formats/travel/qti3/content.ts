import type { MessageId, Say } from '../../../messages/say.ts';
import type { TravelPassage, TravelSource } from '../question.ts';
import { block, inline, text, type Xml } from './xml-element.ts';

/** A paragraph of plain text. */
export function paragraph(words: string, name: string | null = null): Xml {
  return inline('p', { class: name }, text(words));
}

/** Where a source is named; its id among ours is a class, so that a reader of ours knows it again. */
export function sourceLine(source: TravelSource): Xml {
  return inline('cite', { class: sourceNames(source) }, text(source.attribution));
}

/** A source’s line that leads to it, for after the answer. */
export function sourceLink(source: TravelSource): Xml {
  const href = address(source.url);
  if (href === null) return sourceLine(source);
  const link = inline('a', { href }, text(source.attribution));
  return inline('cite', { class: sourceNames(source) }, link);
}

function sourceNames({ id }: TravelSource): string {
  return id === null ? 'source' : `source source-${id}`;
}

/** A passage as it is shown after answering: its decisive words strong, its source below. */
export function quotation(passage: TravelPassage, name: string | null): Xml {
  const { near, source } = passage;
  const names = ['passage', near ? 'near' : null, name].filter(Boolean).join(' ');
  return block(
    'blockquote',
    { class: names, cite: address(source.url) },
    inline('p', { class: 'exact' }, ...marked(passage)),
    inline('p', {}, sourceLink(source)),
  );
}

/** A passage as it is shown before: nothing of it is marked. */
export function plainQuotation({ exact, source }: TravelPassage): Xml {
  const bare = paragraph(exact, 'exact');
  return block('blockquote', { class: 'passage' }, bare, inline('p', {}, sourceLine(source)));
}

function marked({ exact, marks }: TravelPassage): Xml[] {
  const pieces: Xml[] = [];
  let done = 0;
  for (const { end, start } of marks) {
    pieces.push(text(exact.slice(done, start)));
    pieces.push(inline('strong', {}, text(exact.slice(start, end))));
    done = end;
  }
  return [...pieces, text(exact.slice(done))];
}

/** An address that may stand in a file: of the web, without what no address holds. */
function address(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(url) ? url : null;
}

/** A message in one gap of which stand elements. */
export function said(say: Say, id: MessageId, gap: string, elements: readonly Xml[]): Xml[] {
  const mark = '\u0001';
  const [before = '', ...after] = say(id, { [gap]: mark }).split(mark);
  return [text(before), ...elements, text(after.join(''))];
}
