import type { LmsSession, Sent } from './lms-session.ts';

/** Why a statement is refused, with the section of cmi5 (Quartz) or xAPI that says so; null where it is right. */
export type Rule = (statement: Sent, session: LmsSession) => string | null;

const cmi5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const moveOn = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const sessionId = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const masteryScore = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
/** What the LMS names as the unit’s parent in its template. */
export const blockId = 'https://lms.example/blocks/1';
const defined = ['initialized', 'completed', 'passed', 'failed', 'terminated'];

/** The last part of a verb of ADL’s. */
export function verbOf({ verb }: Sent): string {
  return verb.id.replace('http://adlnet.gov/expapi/verbs/', '');
}

function hasCategory({ context }: Sent, id: string): boolean {
  return context.contextActivities?.category?.some((each) => each.id === id) ?? false;
}

const isJudging = (statement: Sent) =>
  ['passed', 'failed', 'completed'].includes(verbOf(statement));

const ofWhom: Rule = ({ actor, context, id, timestamp }, { launch }) => {
  if (JSON.stringify(actor) !== launch.actor) return '9.2: the actor is not the one of the launch';
  if (context.registration !== launch.registration) return '9.6.1: not the registration';
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) {
    return '9.1: the id is no UUID';
  }
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(timestamp) ? null : '9.7: no timestamp in UTC';
};

const inContext: Rule = ({ context }, { launch }) => {
  if (context.extensions?.[sessionId] !== launch.sessionId) return '9.6.3.1: not the session id';
  const grouping = context.contextActivities?.grouping?.map((each) => each.id) ?? [];
  if (!grouping.includes(launch.publisherId)) return '9.6.2.3: the template’s grouping is gone';
  const parent = context.contextActivities?.parent?.map((each) => each.id) ?? [];
  return parent.includes(blockId) ? null : '10.2.1: the template’s parent is gone';
};

const inCategories: Rule = (statement) => {
  const isDefined = hasCategory(statement, cmi5);
  if (isDefined && !defined.includes(verbOf(statement))) return '9.6.2.1: no verb of cmi5’s own';
  if (!isDefined && defined.includes(verbOf(statement))) return '9.6.2.1: the category is missing';
  const wants = isDefined && isJudging(statement);
  return hasCategory(statement, moveOn) === wants ? null : '9.6.2.2: the moveon category';
};

const inOrder: Rule = (statement, { read, statements }) => {
  const verbs = statements.map(verbOf);
  const verb = verbOf(statement);
  if (verbs.includes('terminated')) return '9.3.8: after terminated';
  if (verb !== 'initialized')
    return verbs.includes('initialized') ? null : '9.3.2: not initialized';
  if (verbs.includes('initialized')) return '9.3.2: initialized twice';
  return read.launchData && read.preferences
    ? null
    : '10.0: launch data and preferences are unread';
};

const once: Rule = (statement, { registrationVerbs, statements }) => {
  const verb = verbOf(statement);
  const before = [...registrationVerbs, ...statements.map(verbOf)];
  if (verb === 'completed' && before.includes('completed')) return '9.3.0.0-2: completed twice';
  if (verb === 'passed' && before.includes('passed')) return '9.3.0.0-2: passed twice';
  if (verb === 'failed' && before.includes('passed')) return '9.3.5: failed after passed';
  const ofSession = statements.map(verbOf).filter((each) => ['passed', 'failed'].includes(each));
  const isSecond = ['passed', 'failed'].includes(verb) && ofSession.length > 0;
  return isSecond ? '9.3: judged twice in a session' : null;
};

const inMode: Rule = (statement, { launch }) =>
  isJudging(statement) && launch.mode !== 'Normal' ? '10.2.2: judged in another mode' : null;

const withResult: Rule = (statement) => {
  const { result } = statement;
  const verb = verbOf(statement);
  const needsDuration = isJudging(statement) || verb === 'terminated';
  if (needsDuration && !/^PT(?:[\d.]+[HMS])+$/.test(result?.duration ?? '')) {
    return '9.5.4: no duration';
  }
  if (verb === 'completed' && result?.completion !== true) return '9.5.3: not complete';
  if (verb === 'passed' && result?.success !== true) return '9.5.2: no success';
  if (verb === 'failed' && result?.success !== false) return '9.5.2: a success';
  const isScored = result?.score !== undefined;
  if (isScored && ['initialized', 'completed', 'terminated'].includes(verb))
    return '9.5.1: a score';
  const { scaled = 0 } = result?.score ?? {};
  return scaled < 0 || scaled > 1 ? '9.5.1: a score beyond 0 to 1' : null;
};

const byMastery: Rule = (statement, { launch }) => {
  const verb = verbOf(statement);
  const scaled = statement.result?.score?.scaled;
  if (launch.masteryScore === null || !['passed', 'failed'].includes(verb)) return null;
  if (scaled === undefined) return null;
  if (verb === 'passed' && scaled < launch.masteryScore) return '9.3.4.0-2: passed under the mark';
  if (verb === 'failed' && scaled >= launch.masteryScore) return '9.3.5: failed over the mark';
  const isNamed = statement.context.extensions?.[masteryScore] === launch.masteryScore;
  return isNamed ? null : '9.6.3.2: the mastery score is not named';
};

const aboutTheUnit: Rule = (statement, { launch }) => {
  if (!hasCategory(statement, cmi5)) return null;
  return statement.object.id === launch.activityId ? null : '9.4: not about the unit';
};

/** All that a statement has to keep to. */
export const rules: readonly Rule[] = [
  ofWhom,
  inContext,
  inCategories,
  inOrder,
  once,
  inMode,
  withResult,
  byMastery,
  aboutTheUnit,
];
