import type { LmsRow } from './lms-export.ts';
import { readLastFirst, spokenName, type PersonField } from './person-headers.ts';

/** A learner as a class knows them; null for what it does not hold. */
export interface ClassLearner {
  readonly id: string;
  readonly displayName: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly studentNumber: string | null;
}

/** By what a row and a learner were taken for the same person. */
export type MatchedBy = Exclude<PersonField, 'firstName' | 'lastName' | 'fullName'> | 'name';

/** A row of the LMS and the learner that it is about. */
export interface LmsMatch {
  readonly row: LmsRow;
  readonly learner: ClassLearner;
  readonly by: MatchedBy;
}

/** Who of the LMS is who of the class. Every row and every learner stands in it once at least. */
export interface LmsMatching {
  readonly matched: readonly LmsMatch[];
  /** Rows that could be several learners, or one whom another row could be too. */
  readonly ambiguous: readonly {
    readonly row: LmsRow;
    readonly candidates: readonly ClassLearner[];
  }[];
  /** In the LMS, not here. */
  readonly missing: readonly LmsRow[];
  /** Here, not in the LMS. */
  readonly unmatched: readonly ClassLearner[];
}

/** Which keys of a row are compared, the strongest first. */
export type MatchKeys = readonly Exclude<MatchedBy, 'name'>[];

interface Claim {
  readonly row: LmsRow;
  readonly by: MatchedBy;
  readonly candidates: readonly ClassLearner[];
}

/**
 * Matches rows and learners by keys, and by name where no key says anything. Keys that name different
 * learners decide nothing, nor does a learner whom two rows claim.
 */
export function matchLearners(
  rows: readonly LmsRow[],
  learners: readonly ClassLearner[],
  keys: MatchKeys,
): LmsMatching {
  const byKey = indexBy(learners, ({ studentNumber, email }) => [studentNumber, email]);
  const byName = indexBy(learners, namesOf);
  const claims = rows.map((row) => claimOf(row, keys, byKey, byName));
  const claimed = new Map<ClassLearner, number>();
  for (const learner of claims.flatMap(({ candidates }) => candidates)) {
    claimed.set(learner, (claimed.get(learner) ?? 0) + 1);
  }
  const matched: LmsMatch[] = [];
  const ambiguous: { row: LmsRow; candidates: readonly ClassLearner[] }[] = [];
  for (const { row, by, candidates } of claims) {
    const [learner, ...others] = candidates;
    if (!learner) continue;
    if (others.length === 0 && claimed.get(learner) === 1) matched.push({ row, learner, by });
    else ambiguous.push({ row, candidates });
  }
  return {
    matched,
    ambiguous,
    missing: claims.filter(({ candidates }) => candidates.length === 0).map(({ row }) => row),
    unmatched: learners.filter((learner) => !claimed.has(learner)),
  };
}

type Index = ReadonlyMap<string, ReadonlySet<ClassLearner>>;

function claimOf(row: LmsRow, keys: MatchKeys, byKey: Index, byName: Index): Claim {
  const hits = keys.flatMap((key) => {
    const candidates = [...(byKey.get(fold(row.person[key] ?? '')) ?? [])];
    return candidates.length > 0 ? [{ key, candidates }] : [];
  });
  const [strongest] = hits;
  if (strongest) {
    const candidates = [...new Set(hits.flatMap((hit) => hit.candidates))];
    return { row, by: strongest.key, candidates };
  }
  return { row, by: 'name', candidates: [...(byName.get(fold(spokenName(row.person))) ?? [])] };
}

function indexBy(
  learners: readonly ClassLearner[],
  textsOf: (learner: ClassLearner) => readonly (string | null)[],
): Index {
  const index = new Map<string, Set<ClassLearner>>();
  for (const learner of learners) {
    for (const text of textsOf(learner)) {
      const folded = fold(text ?? '');
      if (folded !== '') index.set(folded, (index.get(folded) ?? new Set()).add(learner));
    }
  }
  return index;
}

function namesOf({ displayName, firstName, lastName }: ClassLearner): string[] {
  const shown = readLastFirst(displayName);
  return [
    displayName,
    shown ? `${shown.firstName} ${shown.lastName}` : '',
    firstName && lastName ? `${firstName} ${lastName}` : '',
  ];
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
