import { isOpen, type Assignment, type ShownItem } from '../../quiz/assignment.ts';
import type { Distribution } from '../../quiz/distribution.ts';
import type { AssignmentId, ClassId, InstructorId, ItemId } from '../../quiz/ids.ts';
import type { Item } from '../../quiz/item.ts';
import type { Evidence } from '../../quiz/reveal.ts';
import { answerSentence } from '../../quiz/verdict-sentence.ts';
import { verdictLabels } from '../../quiz/verdict-label.ts';
import { rulesFor } from '../../item-types/rules.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { evidenceOf, proofOf, sourcesOf } from '../../item-types/reveal-item.ts';
import { findLedAssignment, type LedAssignment } from '../classes/led-class.ts';
import type { Vote } from '../storage/class-store.ts';
import { readClassAnswers } from './first-answers.ts';
import { itemDistribution, type Counted } from './item-distribution.ts';

/** What is shown of an item once its passage is. */
export interface ShownAnswer {
  /** What is right, and by which sources. */
  readonly sentence: string;
  readonly evidence: readonly Evidence[];
  readonly why: readonly string[];
  readonly settle: string | null;
  /** The names of the sources searched for what none of them states. */
  readonly searched: readonly string[];
  /** The ids, among those counted, that are right. */
  readonly keys: readonly string[];
}

/** One answer of a distribution, without whether it is right. */
export interface ShownCount {
  readonly id: string;
  readonly label: string;
  /** In first attempts. */
  readonly before: number;
  /** In the last vote; null where nobody voted. */
  readonly after: number | null;
}

/** An item on the projector: nothing in it tells who anybody is. */
export interface ShownPage {
  readonly classId: ClassId;
  readonly assignment: { readonly id: AssignmentId; readonly title: string };
  readonly item: { readonly id: ItemId; readonly stem: string };
  /** Of the bank (BCP 47). */
  readonly language: string;
  readonly position: number;
  readonly total: number;
  readonly previous: ItemId | null;
  readonly next: ItemId | null;
  readonly stage: ShownItem['stage'];
  /** True while learners' pages show this item too. */
  readonly isShown: boolean;
  /** True where showing the passage tells the class what it would learn only after closing. */
  readonly tellsKey: boolean;
  readonly joined: number;
  readonly answered: number;
  /** In the present round. */
  readonly voted: number;
  /** False where learners answer in words or figures of their own. */
  readonly hasOptions: boolean;
  readonly counts: readonly ShownCount[];
  /** Answers too rare to be shown, before and after. */
  readonly other: { readonly before: number; readonly after: number | null };
  /** Null until the passage is shown: it is not even made before. */
  readonly answer: ShownAnswer | null;
}

/** An item as the class sees it; null where this browser does not lead the class, or has no such item. */
export async function showItem(
  context: AttemptContext,
  assignmentId: string,
  itemId: string,
  instructor: InstructorId | null,
): Promise<ShownPage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  const item = led?.items.find(({ id }) => id === itemId);
  if (!led?.bank || !item) return null;
  const { classes } = context.store;
  const [learners, { firstOf }, votes] = await Promise.all([
    classes.listLearners(led.classroom.id),
    readClassAnswers(context, led.assignment.id, [item]),
    classes.listVotes(led.assignment.id, item.id),
  ]);
  const round = lastRound(led.assignment, item, votes);
  const ofRound = votes.filter((vote) => vote.round === round);
  const spread = spreadOf(context, item, firstOf.get(item.id) ?? [], ofRound);
  const { shown } = led.assignment;
  const stage = shown?.itemId === item.id ? shown.stage : 'counts';
  return {
    classId: led.classroom.id,
    assignment: { id: led.assignment.id, title: led.assignment.title },
    item: { id: item.id, stem: item.stem },
    language: led.bank.language,
    ...placeOf(led, item),
    stage,
    isShown: shown?.itemId === item.id,
    tellsKey: led.assignment.feedback === 'after-close' && isOpen(led.assignment, context.now()),
    joined: learners.filter(({ joinedAt }) => joinedAt !== null).length,
    voted: ofRound.length,
    answered: spread.answered,
    hasOptions: rulesFor(item).tabled.options(item, context.say).length > 0,
    counts: spread.counts.map(({ id, label, before, after }) => ({ id, label, before, after })),
    other: spread.other,
    answer: stage === 'passage' ? answerOf(context, item, spread.keys) : null,
  };
}

/** The round that a vote belongs to now: the one that is open, or the last that was held; 0 before. */
export function lastRound(
  { shown }: Pick<Assignment, 'shown'>,
  item: Pick<Item, 'id'>,
  votes: readonly Pick<Vote, 'round'>[],
): number {
  const held = votes.map(({ round }) => round);
  return Math.max(0, shown?.itemId === item.id ? shown.round : 0, ...held);
}

function placeOf({ items }: LedAssignment, item: Item) {
  const index = items.indexOf(item);
  return {
    position: index + 1,
    total: items.length,
    previous: items[index - 1]?.id ?? null,
    next: items[index + 1]?.id ?? null,
  };
}

/** The counts of answers and of votes, side by side. */
function spreadOf(
  { say }: AttemptContext,
  item: Item,
  answers: readonly Counted[],
  votes: readonly Counted[],
) {
  const before = itemDistribution(item, answers, say);
  const after = votes.length > 0 ? itemDistribution(item, votes, say) : null;
  const rows = new Map([...before.counts, ...(after?.counts ?? [])].map((row) => [row.id, row]));
  const times = (of: Distribution, id: string) =>
    of.counts.find((count) => count.id === id)?.count ?? 0;
  return {
    answered: before.n,
    counts: [...rows.values()].map(({ id, label }) => ({
      id,
      label,
      before: times(before, id),
      after: after && times(after, id),
    })),
    other: { before: before.other, after: after?.other ?? null },
    keys: [...rows.values()].filter(({ isKey }) => isKey).map(({ id }) => id),
  };
}

function answerOf(
  { library, say }: AttemptContext,
  item: Item,
  keys: readonly string[],
): ShownAnswer {
  const evidence = evidenceOf(library, item).map(({ source, quotations }) => ({
    source,
    // Nothing on the projector leads away from it.
    quotations: quotations.map((quotation) => ({ ...quotation, inContext: null })),
  }));
  const answer = rulesFor(item).answer(item, say);
  const claim = verdictLabels.find((label) => keys.includes(label)) ?? null;
  return {
    sentence: answerSentence({ answer }, claim, proofOf(item, evidence), say),
    evidence,
    why: item.why,
    settle: item.settle,
    searched: sourcesOf(library, item.searched).map(({ shortName }) => shortName),
    keys,
  };
}
