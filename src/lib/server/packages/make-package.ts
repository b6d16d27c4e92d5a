import type { Say, Speaker, Tongue } from '../../messages/say.ts';
import { isSlug } from '../../passage/source.ts';
import type { BankId } from '../../quiz/ids.ts';
import type { Bank } from '../../quiz/item.ts';
import { optionNames } from '../../quiz/delivery-options.ts';
import { readBankOptions, type OptionFaults } from '../../quiz/option-faults.ts';
import type { Library } from '../content/library.ts';
import type { PlayerParts } from '../content/player-parts.ts';
import { courseFileName, editedBank } from './course.ts';
import { packageKinds } from './package-kinds.ts';

/** What the making of a package is given. */
export interface PackageContext {
  readonly library: Pick<Library, 'banks' | 'sources'>;
  /** What is wrong, in the language of whoever asks. */
  readonly say: Say;
  readonly player: () => Promise<PlayerParts | null>;
  /** Scheme and host of this site; null where it is not known. */
  readonly origin: string | null;
  /** A language in which packages can speak; null for any other. */
  readonly tongueOf: (language: string) => (Tongue & Pick<Speaker, 'say'>) | null;
}

/** Which package is asked for; `query`: its options, by the names of `DeliveryOptions`. */
export interface PackageWish {
  readonly bankId: string;
  readonly kind: string;
  readonly query: URLSearchParams;
}

/** A package, or in words why there is none: each fault with its mend. */
export type PackageResult =
  | {
      readonly kind: 'made';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Of its file. */
      readonly name: string;
      readonly mediaType: string;
    }
  | { readonly kind: 'unknown' | 'unreadable' | 'not-built'; readonly faults: readonly string[] };

/** Makes a package of a bank that is served. */
export async function makePackage(
  context: PackageContext,
  { bankId, kind, query }: PackageWish,
): Promise<PackageResult> {
  const { library, origin, player, say, tongueOf } = context;
  const bank = isSlug(bankId) ? library.banks.get(bankId as BankId) : undefined;
  const rules = Object.hasOwn(packageKinds, kind) ? packageKinds[kind] : undefined;
  if (!bank || !rules) {
    const kinds = Object.keys(packageKinds).join(', ');
    const fault = bank ? say('package.unknownKind', { kind, kinds }) : say('refusal.noBank');
    return { kind: 'unknown', faults: [fault] };
  }
  const { faults, options } = readBankOptions(query, bank);
  const tongue = tongueOf(options.language ?? bank.language);
  const unspoken = options.language !== null && tongue === null ? options.language : null;
  if (faults || unspoken !== null) {
    return { kind: 'unreadable', faults: faultsInWords(bank, faults, unspoken, say) };
  }
  if (rules.needsOrigin && origin === null) {
    return { kind: 'unreadable', faults: [say('package.noOrigin', { kind })] };
  }
  const spoken = tongue ?? tongueOf('en');
  if (!spoken) throw new Error('English is not spoken');
  const made = { options, tongue: spoken, say: spoken.say, origin, player };
  const course = { ...editedBank(library, bank), ...made };
  const bytes = await rules.make(course);
  if (bytes === null) return { kind: 'not-built', faults: [say('package.notBuilt')] };
  const name = `${courseFileName(course, kind)}${rules.ending}`;
  return { kind: 'made', bytes, name, mediaType: rules.mediaType };
}

function faultsInWords(
  bank: Bank,
  faults: OptionFaults | null,
  unspoken: string | null,
  say: Say,
): string[] {
  const { items = [], unknown = [], values = [] } = faults ?? {};
  const names = optionNames.join(', ');
  const known = bank.items.map(({ id }) => id).join(', ');
  return [
    ...values.map(({ name, value }) => say('package.badOption', { name, value })),
    ...unknown.map((name) => say('package.unknownOption', { name, names })),
    ...items.map((item) => say('package.unknownItem', { item, known })),
    ...(unspoken === null ? [] : [say('package.unspoken', { language: unspoken })]),
  ];
}
