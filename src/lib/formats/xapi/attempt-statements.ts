import { isReached, percentOf } from '../../quiz/grade.ts';
import type { Outcome } from '../../quiz/outcome.ts';
import { isoTime } from '../calendar.ts';
import { uuidOf } from './uuid.ts';
import { scoreOf } from './score.ts';
import type { Activity, Actor, Result, Statement } from './statement.ts';
import { verbs, type Verb } from './verbs.ts';

/** What every statement of one attempt says. */
export interface ToldAttempt {
  /** Scheme and host of this site; what statements name lies under it. */
  readonly origin: string;
  readonly attemptId: string;
  /** Names the learner among those of this site, and tells nobody who it is. */
  readonly pseudonym: string;
  readonly bank: {
    readonly id: string;
    readonly title: string;
    readonly summary: string;
    /** BCP 47. */
    readonly language: string;
  };
}

/** An answered item, as a course system is told of it. */
export interface ToldItem {
  readonly id: string;
  /** With what is known of its interaction. */
  readonly definition: Activity['definition'];
  /** The response in the form of its interaction (Appendix C), or in words. */
  readonly response: string;
}

/** “Answered” an item. */
export function answeredStatement(
  attempt: ToldAttempt,
  { definition, id, response }: ToldItem,
  outcome: Outcome,
  atMs: number,
): Statement {
  const bank = bankActivity(attempt);
  const object: Activity = {
    objectType: 'Activity',
    id: `${bank.id}/items/${encodeURIComponent(id)}`,
    ...(definition ? { definition } : {}),
  };
  const result = { score: scoreOf(outcome), success: outcome.correct, response };
  return statementOf(attempt, 'answered', object, result, atMs, [bank]);
}

/** “Completed” the quiz: every item was answered. */
export function completedStatement(
  attempt: ToldAttempt,
  outcome: Outcome,
  atMs: number,
): Statement {
  const result = { score: scoreOf(outcome), completion: true };
  return statementOf(attempt, 'completed', bankActivity(attempt), result, atMs);
}

/** “Passed” or “failed” the quiz, by a pass mark in percent. */
export function judgedStatement(
  attempt: ToldAttempt,
  outcome: Outcome,
  passPercent: number,
  atMs: number,
): Statement {
  const success = isReached(percentOf(outcome), passPercent);
  const verb = success ? 'passed' : 'failed';
  const result = { score: scoreOf(outcome), success, completion: true };
  return statementOf(attempt, verb, bankActivity(attempt), result, atMs);
}

function statementOf(
  attempt: ToldAttempt,
  verb: Verb,
  object: Activity,
  result: Result,
  atMs: number,
  parent: readonly Activity[] = [],
): Statement {
  const { attemptId, bank, origin } = attempt;
  return {
    // Passing and failing exclude each other, and share an id so that a store never has both.
    id: uuidOf(`${origin}/attempts/${attemptId}/${idNames[verb]}/${object.id}`),
    actor: actorOf(attempt),
    verb: verbs[verb],
    object,
    result,
    context: {
      registration: uuidOf(`${origin}/attempts/${attemptId}`),
      platform: 'Verbatim',
      language: bank.language,
      ...(parent.length > 0 ? { contextActivities: { parent } } : {}),
    },
    timestamp: timestampOf(atMs),
  };
}

const idNames: Readonly<Record<Verb, string>> = {
  answered: 'answered',
  completed: 'completed',
  passed: 'judged',
  failed: 'judged',
};

const toSeconds = isoTime();

/** A moment (ms since 1970, UTC) to the millisecond: ISO 8601, UTC. */
function timestampOf(atMs: number): string {
  const part = String(((atMs % 1000) + 1000) % 1000).padStart(3, '0');
  return toSeconds(atMs).replace('Z', `.${part}Z`);
}

function actorOf({ origin, pseudonym }: ToldAttempt): Actor {
  return { objectType: 'Agent', account: { homePage: origin, name: pseudonym } };
}

function bankActivity({ bank, origin }: ToldAttempt): Activity {
  return {
    objectType: 'Activity',
    id: `${origin}/banks/${encodeURIComponent(bank.id)}`,
    definition: {
      type: 'http://adlnet.gov/expapi/activities/assessment',
      name: { [bank.language]: bank.title },
      description: { [bank.language]: bank.summary },
    },
  };
}
