import { isOpen, type Assignment } from '../../quiz/assignment.ts';
import { plainDelivery, writeDeliveryOptions } from '../../quiz/delivery-options.ts';
import type { AssignmentId, ClassId, InstructorId } from '../../quiz/ids.ts';
import { countProgress } from '../classes/assignment-progress.ts';
import type { ContextPlace, Course } from '../storage/lti-store.ts';
import type { ServiceContext } from './ask-service.ts';
import type { LtiContext } from './lti-context.ts';
import type { OpenCourse } from './open-course.ts';
import { makePass, readPass, takePass } from './passes.ts';
import type { PlacedLink } from './place-link.ts';
import { scopes } from './scopes.ts';
import { readRoster, type RosterResult } from './read-roster.ts';
import { listScoreLog, resendScores, type ScoreLog } from './score-log.ts';

/** What an instructor’s page may do, remembered for some hours. */
interface DeskPass {
  readonly place: ContextPlace;
  readonly classId: ClassId;
  readonly assignmentId: AssignmentId;
}

/** What an instructor sees of a quiz in the course. */
export interface DeskPage {
  /** By which the page’s buttons say who asks. */
  readonly session: string;
  /** In whose frames it is shown. */
  readonly platformId: string;
  readonly course: string;
  readonly title: string;
  readonly isOpen: boolean;
  /** The quiz as learners see it; nothing of it counts. */
  readonly tryAddress: string;
  readonly learners: number;
  readonly begun: number;
  readonly finished: number;
  /** Whether the platform takes scores of this link, and tells who is in the course. */
  readonly takesScores: boolean;
  readonly hasRoster: boolean;
  readonly log: ScoreLog;
}

/** The page of an instructor. */
export interface DeskLanding {
  readonly kind: 'desk';
  readonly page: DeskPage;
}

/** Opens the page for an instructor who has launched a link. */
export async function openDesk(
  context: LtiContext,
  course: OpenCourse,
  { assignment }: PlacedLink,
): Promise<DeskLanding> {
  const { classId, place } = course;
  const pass: DeskPass = { place, classId, assignmentId: assignment.id };
  const session = await makePass(context, 'desk', pass, classId);
  const page = await deskPage(context, session, { pass, course, assignment });
  return { kind: 'desk', page };
}

interface Desk {
  readonly pass: DeskPass;
  readonly course: Course;
  readonly assignment: Assignment;
}

/** What a session opens; null where it is over, or its platform, class or assignment is. This is the guard. */
async function findDesk(context: LtiContext, session: string): Promise<Desk | null> {
  const pass = await readPass<DeskPass>(context, 'desk', session);
  const course = pass && (await context.store.lti.findCourse(pass.place));
  if (!course) return null;
  const assignment = await context.store.classes.findAssignment(pass.assignmentId, context.now());
  return assignment && { pass, course, assignment };
}

/** The page of a session; null where it is over. */
export async function showDesk(context: LtiContext, session: string): Promise<DeskPage | null> {
  const desk = await findDesk(context, session);
  return desk && deskPage(context, session, desk);
}

async function deskPage(
  context: LtiContext,
  session: string,
  { assignment, course, pass }: Desk,
): Promise<DeskPage> {
  const { store } = context;
  const link = await store.lti.findLinkOf(assignment.id);
  const { learners } = await store.classes.countClass(pass.classId, assignment.id);
  return {
    session,
    platformId: pass.place.platformId,
    course: course.name,
    title: assignment.title,
    isOpen: isOpen(assignment, context.now()),
    tryAddress: tryAddress(context, assignment),
    learners,
    ...(await countProgress(context, assignment.id)),
    takesScores: link?.scopes.includes(scopes.score) ?? false,
    hasRoster: course.membershipsUrl !== null,
    log: await listScoreLog(context, assignment),
  };
}

function tryAddress(
  { library }: LtiContext,
  { bankId, drawn, itemIds, passPercent }: Assignment,
): string {
  const isWhole = library.banks.get(bankId)?.items.length === itemIds.length;
  const options = { ...plainDelivery, ...drawn, passPercent, items: isWhole ? null : itemIds };
  const query = new URLSearchParams(writeDeliveryOptions(options).map((pair) => [...pair]));
  return `/embed/${bankId}${query.size === 0 ? '' : `?${String(query)}`}`;
}

/** Has scores sent again; gives how many, or null where the session is over. */
export async function resendFromDesk(
  context: LtiContext,
  session: string,
  learnerId: string | null,
): Promise<number | null> {
  const desk = await findDesk(context, session);
  return desk && resendScores(context, desk.assignment, learnerId);
}

/** Reads who is in the course; null where the session is over, or the platform does not tell. */
export async function readRosterFromDesk(
  context: LtiContext & ServiceContext,
  session: string,
): Promise<RosterResult | null> {
  const desk = await findDesk(context, session);
  if (!desk) return null;
  const { classId, membershipsUrl } = desk.course;
  const { deploymentId, platformId } = desk.pass.place;
  const platform = await context.store.lti.findPlatform(platformId);
  if (!platform || membershipsUrl === null) return null;
  return readRoster(context, { platform, deploymentId, classId, membershipsUrl });
}

/** How long a browser leads a class after its last ticket, in milliseconds: a week. */
const leadingMs = 7 * 24 * 60 * 60 * 1000;

/** Ends the lead of browsers that have shown no ticket for long: roles change in the course. */
export function dismissInstructors({
  now,
  store,
}: Pick<LtiContext, 'now' | 'store'>): Promise<void> {
  return store.lti.dismissInstructors(now() - leadingMs);
}

/** A ticket that lets one browser lead the class, for five minutes; null where the session is over. */
export async function makeTicket(context: LtiContext, session: string): Promise<string | null> {
  const desk = await findDesk(context, session);
  if (!desk) return null;
  const { assignmentId, classId } = desk.pass;
  return makePass(context, 'ticket', { classId, assignmentId }, classId);
}

/** Lets a browser lead the class of a ticket; null where the ticket opens none any more. */
export async function takeTicket(
  context: LtiContext,
  ticket: string,
  instructor: InstructorId,
): Promise<AssignmentId | null> {
  const taken = await takePass<Pick<DeskPass, 'classId' | 'assignmentId'>>(
    context,
    'ticket',
    ticket,
  );
  if (!taken) return null;
  const { admitInstructor } = context.store.lti;
  const isAdmitted = await admitInstructor(taken.classId, instructor, context.now());
  return isAdmitted ? taken.assignmentId : null;
}
