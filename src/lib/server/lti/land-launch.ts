import { writeDeliveryOptions } from '../../quiz/delivery-options.ts';
import { openDesk, type DeskLanding } from './open-desk.ts';
import { openPick, type PickLanding } from './deep-link.ts';
import type { LaunchFacts } from './launch-claims.ts';
import type { LtiContext } from './lti-context.ts';
import { openCourse } from './open-course.ts';
import { openQuiz, type QuizLanding } from './open-quiz.ts';
import { findLeading, placeLeading, type LinkFacts } from './place-link.ts';
import { readChoice, type QuizChoice } from './quiz-choice.ts';
import { isRefused, refused, type Refused } from './refusal.ts';

/** Where a launch leads: to the quiz, to the instructor’s page, or to the choice of a quiz. */
export type Landing = QuizLanding | DeskLanding | PickLanding | Refused;

/** Lets a launch that is checked and bound to its browser land. */
export async function landLaunch(context: LtiContext, facts: LaunchFacts): Promise<Landing> {
  await context.frames.add(facts.platformId, facts.returnUrl);
  if (facts.kind === 'deep-link') {
    await context.frames.add(facts.platformId, facts.deepLink?.returnUrl ?? null);
    return openPick(context, facts);
  }
  return landLink(context, facts as LinkFacts);
}

async function landLink(context: LtiContext, facts: LinkFacts): Promise<Landing> {
  const { choice, named } = readChoice(context, facts);
  const { subject } = facts;
  // Of nobody in particular: the quiz plays, and nothing of it is told to the platform.
  if (subject === null && choice) return { kind: 'quiz', address: plainAddress(choice) };
  if (subject === null) return refused('bank', null, named ?? 'none');
  const leading = await findLeading(context, facts);
  if (!leading && facts.isInstructor) return openPick(context, facts);
  if (!leading) return refused('bank', null, named ?? 'none');
  const course = await openCourse(context, facts);
  if (isRefused(course)) return course;
  const placed = await placeLeading(context, course, facts, leading);
  if (!placed) return refused('bank', null, named ?? 'none');
  if (facts.isInstructor) {
    // Who has learned here before is no learner any more, and is told of to nobody.
    const { deploymentId, platformId } = facts;
    const place = { platformId, deploymentId, subject, classId: course.classId };
    await context.store.lti.noteGradable(place, false);
    return openDesk(context, course, placed);
  }
  return openQuiz(context, course, placed, { ...facts, subject });
}

function plainAddress({ bank, options }: QuizChoice): string {
  const query = new URLSearchParams(writeDeliveryOptions(options).map((pair) => [...pair]));
  return `/embed/${bank.id}${query.size === 0 ? '' : `?${String(query)}`}`;
}
