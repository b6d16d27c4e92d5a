import type { Assignment, AssignmentSettings } from '../../quiz/assignment.ts';
import { chooseItems } from '../../quiz/delivery-options.ts';
import { makeAssignment } from '../classes/open-class.ts';
import type { ContextPlace, Link, LinkPlace } from '../storage/lti-store.ts';
import type { LaunchFacts } from './launch-claims.ts';
import type { LtiContext } from './lti-context.ts';
import { placeOf, type OpenCourse } from './open-course.ts';
import {
  choiceOf,
  decidingChoice,
  decidingIn,
  keptChoice,
  readChoice,
  type QuizChoice,
} from './quiz-choice.ts';

/** UTF-16 units that a title may have. */
const titleLimit = 200;

/** A link with its assignment. */
export interface PlacedLink {
  readonly link: Link;
  readonly assignment: Assignment;
}

/** A launch by a link of a course. */
export type LinkFacts = LaunchFacts & { readonly link: NonNullable<LaunchFacts['link']> };

/** Where the link of a launch stands. */
function linkPlaceOf({ deploymentId, link, platformId }: LinkFacts): LinkPlace {
  return { platformId, deploymentId, linkId: link.id };
}

/** To what a link leads: an assignment, or a quiz that it is yet to be made of. */
export type Leading =
  | { readonly kind: 'placed'; readonly placed: PlacedLink }
  | {
      readonly kind: 'chosen';
      readonly choice: QuizChoice;
      /** Whose settings it takes over; null where there is none. */
      readonly earlier: Assignment | null;
    };

/**
 * To what the link of a launch leads: where it is new, or names another quiz than before, to that quiz.
 * Null where it leads to none. Nothing is stored.
 */
export async function findLeading(context: LtiContext, facts: LinkFacts): Promise<Leading | null> {
  const { store } = context;
  const link = await store.lti.findLink(linkPlaceOf(facts));
  const assignment = link && (await store.classes.findAssignment(link.assignmentId));
  const { choice } = readChoice(context, facts);
  const isSame = link && (choice === null || decidingChoice(choice) === decidingIn(link.chosen));
  if (isSame && assignment) return { kind: 'placed', placed: { link, assignment } };
  const earlierLink = link ?? (await findEarlierLink(context, facts, choice));
  const earlier = earlierLink && (await store.classes.findAssignment(earlierLink.assignmentId));
  const chosen = choice ?? (earlierLink && choiceOf(context, earlierLink.chosen));
  return chosen && { kind: 'chosen', choice: chosen, earlier };
}

/** The assignment to which a link leads, made where it is to be; null where it can’t be. */
export async function placeLeading(
  context: LtiContext,
  course: OpenCourse,
  facts: LinkFacts,
  leading: Leading,
): Promise<PlacedLink | null> {
  if (leading.kind === 'chosen') {
    return placeChoice(context, course, facts, leading.choice, leading.earlier);
  }
  const { assignment, link } = leading.placed;
  const service = gradingOf(facts, link);
  await context.store.lti.noteGrading(link, service);
  return withPassMark(context, facts, { link: { ...link, ...service }, assignment });
}

/** A pass mark that the link names otherwise than before holds; until then an instructor’s does. */
async function withPassMark(
  context: LtiContext,
  facts: LinkFacts,
  placed: PlacedLink,
): Promise<PlacedLink> {
  const { choice } = readChoice(context, facts);
  if (!choice || keptChoice(choice) === placed.link.chosen) return placed;
  const { passPercent } = choice.options;
  const link = { ...placed.link, chosen: keptChoice(choice) };
  await context.store.lti.notePassMark(link, passPercent);
  return { link, assignment: { ...placed.assignment, passPercent } };
}

/** Lets a link lead to a quiz from now on; settings are those of an earlier assignment where there is one. */
export async function placeChoice(
  context: LtiContext,
  course: OpenCourse,
  facts: LinkFacts,
  choice: QuizChoice,
  earlier: Assignment | null,
): Promise<PlacedLink | null> {
  const { store } = context;
  const assignment = assignmentOf(context, course, facts, choice, earlier);
  if (!assignment) return null;
  const place = linkPlaceOf(facts);
  const was = (await store.lti.findLink(place))?.assignmentId ?? null;
  const link: Link = {
    ...place,
    ...gradingOf(facts),
    contextId: course.place.contextId,
    assignmentId: assignment.id,
    chosen: keptChoice(choice),
  };
  if (await store.lti.placeLink(link, assignment, was)) return { link, assignment };
  // Somebody else’s launch was quicker.
  const leading = await findLeading(context, facts);
  return leading && placeLeading(context, course, facts, leading);
}

/** As the launch says; a column that was found before stays where it names none. */
function gradingOf({ lineItem, lineItems, scopes }: LinkFacts, before: Link | null = null) {
  const kept = lineItems !== null && lineItems === before?.lineItems ? before.lineItem : null;
  return { lineItem: lineItem ?? kept, lineItems, scopes };
}

function assignmentOf(
  context: LtiContext,
  { classId }: OpenCourse,
  { link }: LinkFacts,
  { bank, options }: QuizChoice,
  earlier: Assignment | null,
): Assignment | null {
  const settings = earlier ? settingsOf(earlier) : plainSettings(link.title ?? bank.title);
  const { passPercent } = options;
  const made = makeAssignment(context, classId, {
    bankId: bank.id,
    itemIds: [],
    settings: { ...settings, ...(passPercent !== null && { passPercent }) },
  });
  if (!made) return null;
  const { draw, order } = options;
  return {
    ...made,
    itemIds: chooseItems(made.itemIds, { ...options, draw: null, order: 'given' }, ''),
    drawn: draw === null && order === 'given' ? null : { draw, order },
  };
}

/** An assignment as a form proposes it. */
function plainSettings(title: string): AssignmentSettings {
  return {
    title: title.slice(0, titleLimit).toWellFormed(),
    feedback: 'now',
    attemptsAllowed: 1,
    certainty: 'asked',
    attemptRule: 'best',
    passPercent: null,
    closesAt: null,
  };
}

/** What an instructor chose; the hour at which it closed belongs to the course that was copied. */
function settingsOf({
  attemptRule,
  attemptsAllowed,
  certainty,
  feedback,
  passPercent,
  title,
}: Assignment): AssignmentSettings {
  return {
    title,
    feedback,
    attemptsAllowed,
    certainty,
    attemptRule,
    passPercent,
    closesAt: null,
  };
}

/** So many copies back a course is looked for: Canvas names up to a thousand. */
const mostCopies = 20;

/** The ids that a history names, the latest first; a parameter that the platform does not know is none. */
function idsIn(history: string | undefined): string[] {
  const ids = history?.split(',', mostCopies).map((id) => id.trim()) ?? [];
  return ids.filter((id) => id !== '' && !id.startsWith('$'));
}

/** The link from which this one was copied with its course; null where it was not. */
async function findEarlierLink(
  { store }: LtiContext,
  facts: LinkFacts,
  choice: QuizChoice | null,
): Promise<Link | null> {
  for (const linkId of idsIn(facts.custom['link_history'])) {
    const link = await store.lti.findLink({ ...linkPlaceOf(facts), linkId });
    if (link) return link;
  }
  if (!choice) return null;
  const here: ContextPlace = placeOf(facts);
  for (const contextId of idsIn(facts.custom['context_history'])) {
    const links = await store.lti.listLinks({ ...here, contextId });
    const same = links.find(({ chosen }) => decidingIn(chosen) === decidingChoice(choice));
    if (same) return same;
  }
  return null;
}
