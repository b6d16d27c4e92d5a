import type { BankId, OwnerId } from '../../quiz/ids.ts';
import { levels, type Bank } from '../../quiz/item.ts';
import { listAttempts, type ListedAttempt } from '../attempts/list-attempts.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { foldForSearch } from './fold-for-search.ts';

/** What a reader looks for; an empty text looks for nothing in particular. */
export interface CatalogueFilter {
  /** Words that all have to stand in a title, summary, question or source name. */
  readonly words: string;
  readonly source: string;
  readonly type: string;
  readonly level: string;
}

/** A bank in the list, with how far this browser has come. */
export interface ListedBank {
  readonly id: BankId;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly itemCount: number;
  readonly sourceCount: number;
  readonly unfinished: ListedAttempt | null;
  /** The newest finished attempt at the whole bank. */
  readonly finished: ListedAttempt | null;
}

/** A value that can be filtered by, and how readers call it. */
export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** The list of banks, and what it can be narrowed by. */
export interface Catalogue {
  readonly banks: readonly ListedBank[];
  /** Of all banks, also those that the filter leaves out. */
  readonly total: number;
  readonly choices: Readonly<Record<'source' | 'type' | 'level', readonly Choice[]>>;
}

/** The banks that a filter leaves, in the order of their ids. */
export async function listBanks(
  context: AttemptContext,
  filter: CatalogueFilter,
  owner: OwnerId | null,
): Promise<Catalogue> {
  const banks = [...context.library.banks.values()];
  const attempts = await listAttempts(context, owner);
  const kept = banks.filter((bank) => fits(context, bank, filter));
  return {
    banks: kept.map((bank) => listedBank(bank, attempts)),
    total: banks.length,
    choices: choicesOf(context, banks),
  };
}

function listedBank(bank: Bank, attempts: readonly ListedAttempt[]): ListedBank {
  const own = attempts.filter(({ bankId }) => bankId === bank.id);
  const isWhole = ({ kind }: ListedAttempt) => kind === 'quiz';
  return {
    id: bank.id,
    title: bank.title,
    summary: bank.summary,
    language: bank.language,
    itemCount: bank.items.length,
    sourceCount: bank.sources.length,
    unfinished: own.find(({ answered, total }) => answered < total) ?? null,
    finished: own.find((each) => isWhole(each) && each.answered === each.total) ?? null,
  };
}

function fits({ library }: AttemptContext, bank: Bank, filter: CatalogueFilter): boolean {
  const { source, type, level } = filter;
  const isOfSource = source === '' || bank.sources.some((id) => id === source);
  const isOfKind = bank.items.some(
    (item) => (type === '' || item.type === type) && (level === '' || item.level === level),
  );
  if (!isOfSource || !isOfKind) return false;
  const names = bank.sources.map((id) => library.sources.get(id)?.shortName ?? '');
  const stems = bank.items.map(({ stem }) => stem);
  const text = foldForSearch([bank.title, bank.summary, ...names, ...stems].join(' '));
  const words = foldForSearch(filter.words).split(' ');
  return words.every((word) => text.includes(word));
}

function choicesOf({ library, say }: AttemptContext, banks: readonly Bank[]): Catalogue['choices'] {
  const items = banks.flatMap((bank) => bank.items);
  const quoted = new Set(banks.flatMap((bank) => bank.sources));
  const types = new Set(items.map(({ type }) => type));
  const present = new Set(items.map(({ level }) => level));
  const byName = (choices: Choice[]) =>
    choices.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return {
    source: byName(
      [...quoted].map((id) => ({ value: id, name: library.sources.get(id)?.shortName ?? id })),
    ),
    type: byName([...types].map((type) => ({ value: type, name: say(`itemType.${type}`) }))),
    level: levels
      .filter((level) => present.has(level))
      .map((level) => ({ value: level, name: say(`level.${level}`) })),
  };
}
