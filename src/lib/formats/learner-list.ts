import type { Say } from '../messages/say.ts';
import { foldedName, nameFault } from '../quiz/learner.ts';
import { readDelimited, separatorOf, withoutByteOrderMark, type Separator } from './delimited.ts';
import {
  personFieldOf,
  personIn,
  readLastFirst,
  spokenName,
  type Person,
} from './person-headers.ts';

/** A learner of a pasted list; null for what the list does not tell. */
export interface ListedLearner {
  readonly displayName: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly studentNumber: string | null;
}

/** What is wrong with a line, counted from 1. */
export interface ListFault {
  readonly kind:
    | 'doubledName'
    | 'doubledNumber'
    | 'nobody'
    | 'noName'
    | 'takenName'
    | 'takenNumber'
    | 'tooLong'
    | 'unclosedQuote'
    | 'unknownHeader';
  readonly line: number;
  /** What stands there, cut to {@link shownSigns}. */
  readonly text: string;
  /** The line that says the same; 0 where none does. */
  readonly other: number;
}

/** Every learner of a list, or every fault of it: nothing is half taken. */
export type ListReading =
  | { readonly ok: true; readonly learners: readonly ListedLearner[] }
  | { readonly ok: false; readonly faults: readonly ListFault[] };

/** Signs that a name, an address or a number may have. */
const longestName = 200;
const shownSigns = 60;

interface Listed {
  readonly line: number;
  readonly learner: ListedLearner;
}

type Lines = { readonly listed: readonly Listed[] } | { readonly fault: ListFault };

/**
 * Reads a pasted column of names, one a line, or a table or LMS export whose first line names its
 * columns. “Last, First” is told apart. `takenOf`: what of a learner the class has already.
 */
export function readLearnerList(
  text: string,
  takenOf: (learner: ListedLearner) => 'name' | 'number' | null = () => null,
): ListReading {
  const plain = withoutByteOrderMark(text);
  const separator = separatorOf(plain, (header) => personFieldOf(header) !== null);
  const isTable = separator !== null && !beginsWithPerson(plain, separator);
  const lines = isTable ? readTable(plain, separator) : readNames(plain);
  if ('fault' in lines) return { ok: false, faults: [lines.fault] };
  const { listed } = lines;
  const faults = [
    ...listed.flatMap(lengthFaults),
    ...listed.flatMap((each) => takenFaults(each, takenOf(each.learner))),
    ...doubles(listed, 'doubledName', ({ displayName }) => displayName),
    ...doubles(listed, 'doubledNumber', ({ studentNumber }) => studentNumber),
  ].sort((one, other) => one.line - other.line);
  if (listed.length === 0) faults.push(faultOf('nobody', 1, ''));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, learners: listed.map(({ learner }) => learner) };
}

/** Says a fault: its line, what is wrong, and the mend. */
export function sayListFault({ kind, line, text, other }: ListFault, say: Say): string {
  return say(`learnerList.fault.${kind}`, { line, text, other, most: longestName });
}

function faultOf(kind: ListFault['kind'], line: number, text: string, other = 0): ListFault {
  const signs = [...text];
  const shown = signs.length > shownSigns ? `${signs.slice(0, shownSigns).join('')}…` : text;
  return { kind, line, text: shown, other };
}

/**
 * True where the first row only sounds like a header, as “01, Learner” does: of its two cells one has
 * no letter, or a later row says the word that the header would be.
 */
function beginsWithPerson(text: string, separator: Separator): boolean {
  const read = readDelimited(text, separator);
  const [first, ...others] = read.ok ? read.rows : [];
  if (first?.cells.length !== 2) return false;
  const at = first.cells.findIndex((cell) => personFieldOf(cell) !== null);
  const other = first.cells[1 - at] ?? '';
  if (personFieldOf(other) !== null) return false;
  const isNumber = other.trim() !== '' && !/\p{L}/u.test(other);
  const word = foldedName(first.cells[at] ?? '');
  return isNumber || others.some(({ cells }) => foldedName(cells[at] ?? '') === word);
}

function readNames(text: string): Lines {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((each, index) => ({ line: index + 1, text: each.trim() }));
  const filled = lines.filter((each) => each.text !== '');
  const table = filled.find((each) => /[\t;]/.test(each.text));
  if (table)
    return { fault: faultOf('unknownHeader', filled[0]?.line ?? 1, filled[0]?.text ?? '') };
  return {
    listed: filled.map((each) => ({
      line: each.line,
      learner: learnerOf({ fullName: each.text }),
    })),
  };
}

function readTable(text: string, separator: Separator): Lines {
  const read = readDelimited(text, separator);
  if (!read.ok) return { fault: faultOf('unclosedQuote', read.line, '') };
  const [first, ...others] = read.rows;
  const header = first?.cells ?? [];
  const hasNames = header.some((name) =>
    ['firstName', 'lastName', 'fullName'].includes(personFieldOf(name) ?? ''),
  );
  if (!hasNames) return { fault: faultOf('unknownHeader', first?.line ?? 1, header.join(' ')) };
  const people = others
    .map(({ line, cells }) => ({ line, person: personIn(header, cells) }))
    .filter(({ person }) => !isOfCanvas(person));
  return { listed: people.map(({ line, person }) => ({ line, learner: learnerOf(person) })) };
}

/** Rows of a Canvas export that are about nobody. */
function isOfCanvas({ fullName }: Person): boolean {
  return /^(?:points possible|student, test|test student)$/i.test(fullName ?? '');
}

function learnerOf(person: Person): ListedLearner {
  const parts = readLastFirst(person.fullName ?? '');
  return {
    displayName: spokenName(person),
    firstName: person.firstName ?? parts?.firstName ?? null,
    lastName: person.lastName ?? parts?.lastName ?? null,
    email: person.email ?? null,
    studentNumber: person.studentNumber ?? null,
  };
}

function lengthFaults({ line, learner }: Listed): ListFault[] {
  const { displayName, email, studentNumber } = learner;
  if (nameFault(displayName) === 'blank') return [faultOf('noName', line, '')];
  return [displayName, email ?? '', studentNumber ?? '']
    .filter((text) => [...text].length > longestName)
    .map((text) => faultOf('tooLong', line, text));
}

function takenFaults({ line, learner }: Listed, taken: 'name' | 'number' | null): ListFault[] {
  if (taken === null) return [];
  if (taken === 'name') return [faultOf('takenName', line, learner.displayName)];
  return [faultOf('takenNumber', line, learner.studentNumber ?? '')];
}

function doubles(
  listed: readonly Listed[],
  kind: ListFault['kind'],
  textOf: (learner: ListedLearner) => string | null,
): ListFault[] {
  const seen = new Map<string, number>();
  return listed.flatMap(({ line, learner }) => {
    const text = textOf(learner) ?? '';
    const folded = foldedName(text);
    const other = seen.get(folded);
    if (folded === '' || other === undefined) {
      seen.set(folded, line);
      return [];
    }
    return [faultOf(kind, line, text, other)];
  });
}
