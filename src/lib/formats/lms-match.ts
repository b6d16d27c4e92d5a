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
  /** Rows that could be several learners, or one whom another row could be too or a key tells from it. */
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
  /** True where the name is the same, and a key of which both sides know says otherwise. */
  readonly isDoubtful?: boolean;
}

/** What a class and an LMS can both know of somebody. */
const ownKeys = ['studentNumber', 'email'] as const;
type OwnKey = (typeof ownKeys)[number];

/**
 * Matches rows and learners by keys, then by name those of whom no key says anything. Keys that name
 * different learners decide nothing, nor does a learner whom two rows claim, nor a name between two
 * whose numbers or addresses differ where others were found by these. The number that an LMS gives by
 * itself is compared only where nothing else was found: it may be anybody's number of another kind.
 */
export function matchLearners(
  rows: readonly LmsRow[],
  learners: readonly ClassLearner[],
  keys: MatchKeys,
): LmsMatching {
  const byKey = indexBy(learners, ({ studentNumber, email }) => [studentNumber, email]);
  const strong = rows.map((row) => claimByKey(row, withoutLmsId(keys), byKey));
  const isFound = strong.some(({ candidates }) => candidates.length > 0);
  const keyed = isFound ? strong : rows.map((row) => claimByKey(row, keys, byKey));
  const shared = ownKeys.filter((key) => keyed.some((claim) => isSharedBy(claim, key)));
  const known = new Set(keyed.flatMap(({ candidates }) => candidates));
  const byName = indexBy(
    learners.filter((learner) => !known.has(learner)),
    namesOf,
  );
  return settle(
    keyed.map((claim) =>
      claim.candidates.length > 0 ? claim : claimByName(claim.row, byName, shared),
    ),
    learners,
  );
}

function settle(claims: readonly Claim[], learners: readonly ClassLearner[]): LmsMatching {
  const claimed = new Map<ClassLearner, number>();
  for (const learner of claims.flatMap(({ candidates }) => candidates)) {
    claimed.set(learner, (claimed.get(learner) ?? 0) + 1);
  }
  const matched = claims.flatMap(({ row, by, candidates: [learner, ...others], isDoubtful }) =>
    learner && others.length === 0 && claimed.get(learner) === 1 && !isDoubtful
      ? [{ row, learner, by }]
      : [],
  );
  const matchedRows = new Set(matched.map(({ row }) => row));
  return {
    matched,
    ambiguous: claims.filter(
      ({ row, candidates }) => candidates.length > 0 && !matchedRows.has(row),
    ),
    missing: claims.filter(({ candidates }) => candidates.length === 0).map(({ row }) => row),
    unmatched: learners.filter((learner) => !claimed.has(learner)),
  };
}

type Index = ReadonlyMap<string, ReadonlySet<ClassLearner>>;

function claimByKey(row: LmsRow, keys: MatchKeys, byKey: Index): Claim {
  const hits = keys.flatMap((key) => {
    const found = byKey.get(fold(row.person[key] ?? ''));
    return found ? [{ key, found: [...found] }] : [];
  });
  const candidates = [...new Set(hits.flatMap(({ found }) => found))];
  return { row, by: hits[0]?.key ?? 'name', candidates };
}

function claimByName(row: LmsRow, byName: Index, shared: readonly OwnKey[]): Claim {
  const candidates = [...(byName.get(fold(spokenName(row.person))) ?? [])];
  const isOther = (learner: ClassLearner) =>
    shared.some((key) => {
      const [here, there] = [fold(learner[key] ?? ''), keyIn(row, key)];
      return here !== '' && there !== '' && here !== there;
    });
  return { row, by: 'name', candidates, isDoubtful: candidates.some(isOther) };
}

function withoutLmsId(keys: MatchKeys): MatchKeys {
  return keys.filter((key) => key !== 'lmsId');
}

function isSharedBy({ row, candidates }: Claim, key: OwnKey): boolean {
  const there = keyIn(row, key);
  return there !== '' && candidates.some((learner) => fold(learner[key] ?? '') === there);
}

/** What a row has of a key, folded; a login may be an address. */
function keyIn({ person: { studentNumber, email, login } }: LmsRow, key: OwnKey): string {
  if (key === 'studentNumber') return fold(studentNumber ?? '');
  return fold(email ?? (login?.includes('@') ? login : ''));
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
