import type { Fields } from '../../item-types/contract.ts';
import type { Assignment, ShownItem } from '../../quiz/assignment.ts';
import type { ClassId, OwnerId } from '../../quiz/ids.ts';
import type { Bank, Item } from '../../quiz/item.ts';
import type { Learner } from '../../quiz/learner.ts';
import type { Evidence, Reveal } from '../../quiz/reveal.ts';
import { rulesFor } from '../../item-types/rules.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { AskedItem, ReviewedItem } from '../../quiz/item-page.ts';
import { askItem, reviewItem } from '../../item-types/asked-item.ts';
import { comparedEvidence, revealItem } from '../../item-types/reveal-item.ts';
import { isCurrent, scoreFields } from '../../item-types/score-fields.ts';
import { drawSeedOf } from '../../quiz/draw.ts';
import type { Vote } from '../storage/class-store.ts';
import { findLiveSeat } from './seat.ts';

/** A question that a class was asked again, joined: server only, since it holds the key. */
interface AskedAgain {
  readonly assignment: Assignment;
  readonly shown: ShownItem;
  readonly bank: Bank;
  readonly item: Item;
}

interface VotePart {
  readonly classroom: { readonly id: ClassId; readonly name: string };
  readonly language: string;
  readonly stem: string;
  readonly compared: readonly Evidence[];
  /** How running text calls each source of the bank, by its id. */
  readonly sourceNames: Readonly<Record<string, string>>;
}

/** What a learner gets of a question that the whole class is asked again. */
export type VotePage =
  /** Nothing is asked at the moment. */
  | { readonly kind: 'none'; readonly classroom: VotePart['classroom'] }
  | (VotePart & {
      readonly kind: 'open';
      readonly version: number;
      readonly question: AskedItem;
      /** Which question of which round is answered: fields that the form sends along. */
      readonly along: Readonly<Record<'item' | 'round', string>>;
    })
  /** This learner's answer counts; the key comes once the class is shown the passage. */
  | (VotePart & { readonly kind: 'counted' })
  | (VotePart & {
      readonly kind: 'revealed';
      /** Null where the item was revised since. */
      readonly reviewed: ReviewedItem | null;
      readonly reveal: Reveal;
    });

/** What became of a vote. Only `stored` changed anything. */
export type VoteResult =
  | { readonly kind: 'stored' }
  /** No seat in such a class. */
  | { readonly kind: 'unknown' }
  /** The question, or its round, is over. */
  | { readonly kind: 'over' }
  | { readonly kind: 'already-answered' }
  | { readonly kind: 'revised' }
  | { readonly kind: 'unreadable'; readonly message: string };

/** The question that a class is asked again, or was, while it is shown; one being asked goes first. */
export function findAskedAgain(
  { library }: Pick<AttemptContext, 'library'>,
  assignments: readonly Assignment[],
): AskedAgain | null {
  const asked = assignments.flatMap((assignment): AskedAgain[] => {
    const { shown } = assignment;
    const bank = library.banks.get(assignment.bankId);
    const item = bank?.items.find(({ id }) => id === shown?.itemId);
    return shown && shown.round > 0 && bank && item ? [{ assignment, shown, bank, item }] : [];
  });
  return asked.find(({ shown }) => shown.stage === 'voting') ?? asked[0] ?? null;
}

/** The page on which a learner answers with the whole class; null where no learner of it sits here. */
export async function openVote(
  context: AttemptContext,
  classId: string,
  owner: OwnerId | null,
): Promise<VotePage | null> {
  const seat = await findLiveSeat(context, classId, owner);
  if (!seat) return null;
  const { learner } = seat;
  const classroom = { id: seat.classroom.id, name: seat.classroom.name };
  const asked = await findAsked(context, classroom.id);
  if (!asked) return { kind: 'none', classroom };
  const votes = await context.store.classes.listVotes(asked.assignment.id, asked.item.id);
  const own = votes.filter(({ learnerId }) => learnerId === learner.id);
  const { shown } = asked;
  const part = { classroom, ...partOf(context, asked) };
  const last = own.at(-1);
  if (shown.stage === 'passage' && last) {
    return { kind: 'revealed', ...part, ...revealVote(context, asked, learner, last) };
  }
  if (own.some(({ round }) => round === shown.round)) return { kind: 'counted', ...part };
  if (shown.stage !== 'voting') return { kind: 'none', classroom };
  return {
    kind: 'open',
    ...part,
    version: asked.item.version,
    question: askItem(asked.item, seedOf(asked, shown.round, learner), context.say),
    along: { item: asked.item.id, round: String(shown.round) },
  };
}

/** Stores what a learner answers in a round; of several answers the first stands. */
export async function voteItem(
  context: AttemptContext,
  classId: string,
  owner: OwnerId | null,
  fields: Fields,
): Promise<VoteResult> {
  const seat = await findLiveSeat(context, classId, owner);
  if (!seat) return { kind: 'unknown' };
  const asked = await findAsked(context, seat.classroom.id);
  const along = [fields.get('item'), fields.get('round')].join(' ');
  if (asked?.shown.stage !== 'voting' || along !== `${asked.item.id} ${asked.shown.round}`) {
    return { kind: 'over' };
  }
  const { assignment, item, shown } = asked;
  if (!isCurrent(item, fields)) return { kind: 'revised' };
  const own = new Map([...fields].filter(([name]) => name !== 'item' && name !== 'round'));
  const seed = baseSeedOf(asked, shown.round, seat.learner);
  const scored = scoreFields({ seed }, item, own, context.say);
  if (!scored.ok) return { kind: 'unreadable', message: scored.message };
  const { response, correct, itemVersion } = scored.response;
  const isFirst = await context.store.classes.insertVote({
    assignmentId: assignment.id,
    itemId: item.id,
    round: shown.round,
    learnerId: seat.learner.id,
    itemVersion,
    response,
    correct,
    votedAt: context.now(),
  });
  return { kind: isFirst ? 'stored' : 'already-answered' };
}

async function findAsked(context: AttemptContext, classId: ClassId): Promise<AskedAgain | null> {
  return findAskedAgain(context, await context.store.classes.listAssignments(classId));
}

function partOf({ library }: AttemptContext, { bank, item }: AskedAgain) {
  return {
    language: bank.language,
    stem: item.stem,
    compared: comparedEvidence(library, item),
    sourceNames: Object.fromEntries(
      bank.sources.map((id) => [id, library.sources.get(id)?.shortName ?? id]),
    ),
  };
}

function baseSeedOf({ assignment }: AskedAgain, round: number, { id }: Learner): string {
  return `${assignment.id}/vote/${round}/${id}`;
}

function seedOf(asked: AskedAgain, round: number, learner: Learner): string {
  return drawSeedOf({ seed: baseSeedOf(asked, round, learner) }, asked.item);
}

function revealVote(context: AttemptContext, asked: AskedAgain, learner: Learner, vote: Vote) {
  const { item } = asked;
  const rules = rulesFor(item);
  const isCurrentVersion = vote.itemVersion === item.version;
  const response = isCurrentVersion ? rules.restore(vote.response) : null;
  const outcome =
    response === null
      ? { points: Number(vote.correct), maxPoints: 1, correct: vote.correct }
      : rules.score(item, response);
  const seed = seedOf(asked, vote.round, learner);
  return {
    reviewed: isCurrentVersion ? reviewItem(item, seed, vote.response, context.say) : null,
    reveal: revealItem(context, item, { ...vote, ...outcome, certainty: null }),
  };
}
