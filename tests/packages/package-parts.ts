import { editionOf } from '../../src/lib/formats/edition.ts';
import type { PackageContent } from '../../src/lib/formats/package-content.ts';
import { compileMessages } from '../../src/lib/messages/compile-messages.ts';
import en from '../../src/lib/messages/en.json' with { type: 'json' };
import { english } from '../../src/lib/messages/english.ts';
import type { MessageId } from '../../src/lib/messages/say.ts';
import type { Source, SourceId } from '../../src/lib/passage/source.ts';
import { plainDelivery, type DeliveryOptions } from '../../src/lib/quiz/delivery-options.ts';
import type { BankId } from '../../src/lib/quiz/ids.ts';
import type { Bank, Item } from '../../src/lib/quiz/item.ts';
import { editedBank, type Course } from '../../src/lib/server/packages/course.ts';
import { everyItem } from '../items/make-item.ts';

const wire: Source = {
  id: 'wire' as SourceId,
  title: 'Storm leaves the valley dark',
  shortName: 'Example Wire',
  publisher: 'Example Wire',
  author: null,
  published: null,
  retrieved: '2026-03-02',
  url: 'https://wire.example/storm',
  language: 'en',
  licence: null,
  note: null,
  mayBeShownWhole: false,
};

/** One item of every type, each of an id of its own. */
export const items: readonly Item[] = everyItem.map(
  (item) => ({ ...item, id: item.type }) as unknown as Item,
);

/** A bank with one item of every type. */
export function makeBank(part: Partial<Bank> = {}): Bank {
  return {
    id: 'storm' as BankId,
    title: 'The March storm',
    summary: 'Who lost power?',
    language: 'en',
    marking: 'plain',
    sources: [wire.id],
    updated: null,
    introduction: [],
    items,
    ...part,
  };
}

/** A course of a bank, its player made of a few words. */
export function makeCourse(bank: Bank, options: Partial<DeliveryOptions> = {}): Course {
  const library = { sources: new Map([[wire.id, wire]]) };
  return {
    ...editedBank(library, bank),
    options: { ...plainDelivery, ...options },
    tongue: { language: 'en', direction: 'ltr', catalogue: en },
    say: english.say,
    origin: 'https://quiz.example',
    player: () =>
      Promise.resolve({
        script: 'play()',
        cmi5Script: 'launch()',
        style: 'main {}',
        messages: ['ask.check'],
        schemas: { 'scorm-1.2': [['one.xsd', '<a/>']], 'scorm-2004': [['two.xsd', '<a/>']] },
      }),
  };
}

/** What a player is given of a bank, with every message. */
export function makeContent(
  options: Partial<DeliveryOptions> = {},
  bank: Bank = makeBank(),
): PackageContent {
  const { accent, draw, order, passPercent, theme } = { ...plainDelivery, ...options };
  return {
    kind: 'scorm-1.2',
    bank,
    sources: [wire],
    options: { accent, draw, order, passPercent, theme },
    edition: editionOf(bank, [wire]),
    iri: null,
    speech: {
      language: 'en',
      direction: 'ltr',
      messages: compileMessages(en, Object.keys(en) as MessageId[]),
    },
  };
}
