import { enough, leaningVerdict } from '../../bank/verdict-balance.ts';
import { levels, type Bank, type Level } from '../../quiz/item.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { listBanks, type Choice, type ListedBank } from '../catalogue/list-banks.ts';

/** What a course builder looks for; an empty text looks for nothing in particular. */
export interface BuildFilter {
  /** Words that all have to stand in a title, summary, question or source name. */
  readonly words: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly level: string;
  /** The least number of questions. */
  readonly least: string;
}

/** A bank as a course builder compares it with others. */
export interface BuildBank extends Pick<
  ListedBank,
  'id' | 'title' | 'summary' | 'language' | 'itemCount' | 'sourceCount'
> {
  /** The language's name, in itself. */
  readonly languageName: string;
  readonly levels: readonly Level[];
  /** How many questions ask for a verdict on a claim. */
  readonly claims: number;
  /**
   * Whether one verdict would be right most of the time; null where there are too few to say so. No more
   * is told of them: shares would tell keys.
   */
  readonly isLopsided: boolean | null;
}

/** The banks that a filter leaves, and what it can be narrowed by. */
export interface BuildCatalogue {
  readonly banks: readonly BuildBank[];
  /** Of all banks, also those that the filter leaves out. */
  readonly total: number;
  readonly choices: Readonly<Record<'language' | 'level' | 'least', readonly Choice[]>>;
}

const leastChoices = ['5', '10', '20'];

/** The banks from which a course builder chooses, by the catalogue's own search. */
export async function listBuildBanks(
  context: AttemptContext,
  { language, least, level, words }: BuildFilter,
): Promise<BuildCatalogue> {
  const { banks: all } = context.library;
  const found = await listBanks(context, { words, level, source: '', type: '' }, null);
  const banks = found.banks
    .filter((bank) => language === '' || bank.language === language)
    .filter(({ itemCount }) => !leastChoices.includes(least) || itemCount >= Number(least))
    .flatMap((listed) => {
      const bank = all.get(listed.id);
      return bank ? [buildBank(listed, bank)] : [];
    });
  const spoken = new Set([...all.values()].map((bank) => bank.language));
  return {
    banks,
    total: found.total,
    choices: {
      language: [...spoken].toSorted().map((value) => ({ value, name: autonym(value) })),
      level: found.choices.level,
      least: leastChoices.map((value) => ({ value, name: value })),
    },
  };
}

function buildBank(listed: ListedBank, { items }: Bank): BuildBank {
  const { id, itemCount, language, sourceCount, summary, title } = listed;
  const verdicts = items.flatMap((item) =>
    item.type === 'verdict' || item.type === 'verdict-with-evidence' ? [item.key] : [],
  );
  return {
    ...{ id, title, summary, language, itemCount, sourceCount },
    languageName: autonym(language),
    levels: levels.filter((level) => items.some((item) => item.level === level)),
    claims: verdicts.length,
    isLopsided: verdicts.length < enough ? null : leaningVerdict(verdicts) !== null,
  };
}

/** What a language is called by those who speak it. */
export function autonym(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
