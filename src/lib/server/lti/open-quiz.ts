import {
  plainDelivery,
  writeDeliveryOptions,
  type DeliveryOptions,
} from '../../quiz/delivery-options.ts';
import { ownerOfLearner, type AttemptId, type LearnerId, type OwnerId } from '../../quiz/ids.ts';
import { startAssignment } from '../classes/start-assignment.ts';
import { makeOwnerSecret, ownerOf } from '../owner.ts';
import { enrolLearner } from './enrol-learner.ts';
import type { LtiContext } from './lti-context.ts';
import type { OpenCourse } from './open-course.ts';
import type { LinkFacts, PlacedLink } from './place-link.ts';
import { readChoice } from './quiz-choice.ts';
import { isRefused, refused, type Refused } from './refusal.ts';

/** Where the browser of a learner goes. */
export interface QuizLanding {
  readonly kind: 'quiz';
  /** The frame’s page; the token behind it is read by its script, and sent to no server. */
  readonly address: string;
}

/** After this long a token that a launch made opens nothing any more, in milliseconds: two days. */
const tokenMs = 2 * 24 * 60 * 60 * 1000;

/** Seats a learner and begins the quiz, or goes on with what was begun. */
export async function openQuiz(
  context: LtiContext,
  course: OpenCourse,
  placed: PlacedLink,
  facts: LinkFacts & { readonly subject: string },
): Promise<QuizLanding | Refused> {
  const { assignment } = placed;
  const { deploymentId, isGradable, name, platformId, subject } = facts;
  const place = { platformId, deploymentId, subject, classId: course.classId };
  const enrolled = await enrolLearner(context, { place, name, isGradable });
  if (isRefused(enrolled)) return enrolled;
  const secret = makeOwnerSecret();
  const owner = ownerOf(secret) as OwnerId;
  const nowMs = context.now();
  const isSeated = await context.store.lti.seatLearner(
    enrolled.learnerId,
    owner,
    nowMs,
    nowMs - tokenMs,
  );
  // Erased since; a launch makes the learner anew.
  if (!isSeated) return openQuiz(context, course, placed, facts);
  const started = await startAssignment(context, assignment.id, owner, null);
  const attemptId =
    started.kind === 'started'
      ? started.attemptId
      : await findLastAttempt(context, assignment.id, enrolled.learnerId);
  if (attemptId === null) return refused('closed', null, assignment.title);
  const options = { ...looksOf(context, facts), passPercent: assignment.passPercent };
  return {
    kind: 'quiz',
    address: `${attemptAddress(attemptId, assignment.bankId, options)}#token=${secret}`,
  };
}

async function findLastAttempt(
  { store }: LtiContext,
  assignmentId: PlacedLink['assignment']['id'],
  learner: LearnerId,
): Promise<AttemptId | null> {
  const own = await store.classes.listOwnAttempts(assignmentId, ownerOfLearner(learner));
  return own.at(-1)?.attempt.id ?? null;
}

/** How a link’s quiz looks and speaks: the platform’s language where the link names none. */
function looksOf(context: LtiContext, facts: LinkFacts): DeliveryOptions {
  const { accent, language, theme } = readChoice(context, facts).choice?.options ?? plainDelivery;
  return { ...plainDelivery, theme, accent, language: language ?? languageOf(facts.locale) };
}

/** A locale as platforms write it (`de_AT`, `de-AT`) as a language (BCP 47); null where it is none. */
function languageOf(locale: string | null): string | null {
  const tag = locale?.replaceAll('_', '-') ?? '';
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null;
}

function attemptAddress(id: AttemptId, bankId: string, options: DeliveryOptions): string {
  const pairs = [['bank', bankId], ...writeDeliveryOptions(options).map((pair) => [...pair])];
  return `/embed/attempts/${id}?${String(new URLSearchParams(pairs as [string, string][]))}`;
}
