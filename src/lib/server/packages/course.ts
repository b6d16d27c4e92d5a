import { editionOf, editionText } from '../../formats/edition.ts';
import type { Edition, PackageContent, PackageKind } from '../../formats/package-content.ts';
import { compileMessages } from '../../messages/compile-messages.ts';
import type { MessageId, Say, Tongue } from '../../messages/say.ts';
import { digestOf } from '../../passage/digest.ts';
import type { Source } from '../../passage/source.ts';
import { plainDelivery, type DeliveryOptions } from '../../quiz/delivery-options.ts';
import type { Bank } from '../../quiz/item.ts';
import type { Library } from '../content/library.ts';
import type { PlayerParts } from '../content/player-parts.ts';

/** A bank as somebody takes it away, key and all. */
export interface Course {
  /** Whole. */
  readonly bank: Bank;
  /** The cards of its sources, in its order. */
  readonly sources: readonly Source[];
  readonly options: DeliveryOptions;
  readonly edition: Edition;
  /** The language in which a player of it speaks. */
  readonly tongue: Tongue;
  /** In that language. */
  readonly say: Say;
  /** Scheme and host of the site under which its IRIs lie; null where it is not known. */
  readonly origin: string | null;
  /** Null where there is no build. */
  readonly player: () => Promise<PlayerParts | null>;
}

/** A bank with its sources' cards, and which edition it is. */
export function editedBank(
  library: Pick<Library, 'sources'>,
  bank: Bank,
): Pick<Course, 'bank' | 'edition' | 'sources'> {
  const sources = bank.sources.flatMap((id) => library.sources.get(id) ?? []);
  return { bank, sources, edition: editionOf(bank, sources) };
}

/**
 * What tells courses of one bank apart: the items that are asked; null where it is all of them. Another
 * pass mark, order or look, or a later edition, is the same course.
 */
export function selectionName({ options: { draw, items } }: Course): string | null {
  if (draw === null && items === null) return null;
  return digestOf(JSON.stringify([items, draw])).slice(0, 12);
}

/** The name of a course's file without its ending: other choices make another one. */
export function courseFileName({ bank, edition, options }: Course, kind: string): string {
  const chosen = JSON.stringify(options);
  const isPlain = chosen === JSON.stringify(plainDelivery);
  const parts = [bank.id, kind, editionText(edition), isPlain ? '' : digestOf(chosen).slice(0, 4)];
  return parts.filter(Boolean).join('_');
}

/** What a player is given of a course. */
export function packageContent(
  { bank, edition, options, sources, tongue }: Course,
  kind: PackageKind,
  messages: readonly MessageId[],
  iri: string | null = null,
): PackageContent {
  const { id, language, marking, title } = bank;
  const { accent, draw, order, passPercent, theme } = options;
  const itemOf = new Map(bank.items.map((item) => [item.id, item]));
  const items = options.items?.flatMap((each) => itemOf.get(each) ?? []) ?? bank.items;
  return {
    kind,
    bank: {
      ...{ id, language, marking, title },
      sources: bank.sources,
      // A package is answered as it is: what was put right before is no news to anybody.
      items: items.map((item) => ({ ...item, corrections: [] })),
    },
    sources,
    options: { accent, draw, order, passPercent, theme },
    edition,
    iri,
    speech: {
      language: tongue.language,
      direction: tongue.direction,
      messages: compileMessages(tongue.catalogue, messages),
    },
  };
}
