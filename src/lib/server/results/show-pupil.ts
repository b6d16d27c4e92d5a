import type { Certainty } from '../../quiz/certainty.ts';
import type { Revised } from '../../quiz/correction.ts';
import type { AttemptStatus } from '../../quiz/grade.ts';
import { isLearnerId, type InstructorId, type ItemId, type LearnerId } from '../../quiz/ids.ts';
import { rulesFor } from '../../item-types/rules.ts';
import { evidenceOf } from '../../item-types/reveal-item.ts';
import { revisionSince } from '../../quiz/revision.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment, type LedAssignment } from '../classes/led-class.ts';
import { headOf, type AnalysisHead } from './analysis-head.ts';
import { wordsOf } from './answer-groups.ts';
import type { GradedAttempt } from './graded-attempt.ts';
import { pupilNames } from './pupil-names.ts';
import { markOf, shownAttempt, type Mark } from './pupil-row.ts';
import { readResults } from './read-results.ts';

/** A place in an article where the answer can be read. */
export interface PassageLink {
  readonly name: string;
  readonly href: string;
}

/** An item as one learner answered it. */
export interface PupilAnswer {
  readonly itemId: ItemId;
  readonly position: number;
  /** Null where its bank has withdrawn it. */
  readonly stem: string | null;
  readonly mark: Mark;
  /** In the words of its time; empty where it was not answered. */
  readonly given: string;
  /** The right answer in words; empty where it is not known any more. */
  readonly right: string;
  readonly points: number;
  readonly maxPoints: number;
  readonly certainty: Certainty | null;
  readonly revision: Revised | null;
  readonly passages: readonly PassageLink[];
}

/** One learner's attempts at an assignment, and the answers of one of them. */
export interface PupilPage extends AnalysisHead {
  readonly id: LearnerId;
  readonly name: string;
  readonly isNamed: boolean;
  readonly attempts: readonly {
    readonly attemptNo: number;
    readonly status: AttemptStatus;
    readonly percent: number;
    readonly isCounted: boolean;
  }[];
  /** The number of the attempt whose answers these are; null where there is none. */
  readonly shownNo: number | null;
  readonly points: number;
  readonly maxPoints: number;
  readonly answers: readonly PupilAnswer[];
}

/** A learner's answers; `attemptNo` names an attempt. Null where this browser does not lead the class. */
export async function showPupil(
  context: AttemptContext,
  assignmentId: string,
  learnerId: string,
  instructor: InstructorId | null,
  view: { readonly isNamed: boolean; readonly attemptNo: number | null },
): Promise<PupilPage | null> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  if (!led || !isLearnerId(learnerId)) return null;
  const learners = await context.store.classes.listLearners(led.classroom.id);
  const learner = learners.find(({ id }) => id === learnerId);
  if (!learner) return null;
  const [graded] = await Array.fromAsync(readResults(context, led, { only: [learner] }));
  if (!graded) return null;
  const named = graded.attempts.find(({ attemptNo }) => attemptNo === view.attemptNo);
  const shown = named ?? shownAttempt(graded);
  return {
    ...headOf(led),
    id: learner.id,
    name: pupilNames(learners, view.isNamed, context.say)(learner),
    isNamed: view.isNamed,
    attempts: graded.attempts.map((attempt) => ({
      attemptNo: attempt.attemptNo,
      status: attempt.status,
      percent: attempt.percent,
      isCounted: attempt === graded.grade?.counted,
    })),
    shownNo: shown?.attemptNo ?? null,
    points: shown?.points ?? 0,
    maxPoints: shown?.maxPoints ?? 0,
    answers: shown ? answersOf(context, led, shown) : [],
  };
}

function answersOf(
  context: AttemptContext,
  { bank }: LedAssignment,
  { responses }: GradedAttempt,
): PupilAnswer[] {
  return responses.map((response) => {
    const { answer, item, itemId, outcome, position } = response;
    const present = item && bank ? item : null;
    return {
      itemId,
      position,
      stem: present?.stem ?? null,
      mark: markOf(response),
      given: wordsOf(response),
      right: present
        ? rulesFor(present).answer(present, context.say)
        : (answer?.inWords?.right ?? ''),
      points: outcome?.points ?? 0,
      maxPoints: outcome?.maxPoints ?? 0,
      certainty: answer?.certainty ?? null,
      revision: present && answer ? revisionSince(present, answer) : null,
      passages: present
        ? evidenceOf(context.library, present).flatMap(({ source, quotations }) =>
            quotations.map(({ inContext }) => ({
              name: source.shortName,
              href: inContext?.href ?? `/sources/${source.id}`,
            })),
          )
        : [],
    };
  });
}
