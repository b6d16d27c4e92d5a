import { defaultDays } from '../../quiz/classroom.ts';
import type { ClassId } from '../../quiz/ids.ts';
import { joinCodeLength, makeCode } from '../../quiz/join-code.ts';
import { keysOf, makeClassSecrets } from '../classes/class-secrets.ts';
import { serverTimeZone } from '../classes/zoned-time.ts';
import type { ContextPlace, Course } from '../storage/lti-store.ts';
import type { LaunchFacts } from './launch-claims.ts';
import type { LtiContext } from './lti-context.ts';
import { refused, type Refused } from './refusal.ts';

const dayMs = 86_400_000;

/** UTF-16 units that a class’s name may have. */
const nameLimit = 200;

/** A course with its class, which is open. */
export interface OpenCourse extends Course {
  readonly kind: 'open';
  readonly place: ContextPlace;
}

/** The course of a launch; one that names none is a course of its own link. */
export function placeOf({
  context,
  deploymentId,
  link,
  platformId,
}: Pick<LaunchFacts, 'context' | 'deploymentId' | 'link' | 'platformId'>): ContextPlace {
  return { platformId, deploymentId, contextId: context?.id ?? `link:${link?.id ?? ''}` };
}

/**
 * Finds the class of a launch’s course, or opens it. Each launch puts off its end, so that no class is
 * deleted under a course that goes on; an end that its instructor chose stays.
 */
export async function openCourse(
  context: LtiContext,
  facts: LaunchFacts,
): Promise<OpenCourse | Refused> {
  const { now, store } = context;
  const place = placeOf(facts);
  const found = (await store.lti.findCourse(place)) ?? (await makeCourse(context, facts));
  // Rounded, so that not every launch has to write.
  const endsAt = Math.ceil(now() / dayMs + defaultDays) * dayMs;
  await store.lti.prolongCourse(place, endsAt);
  const course = await store.lti.findCourse(place);
  if (!course || course.endsAt <= now()) {
    return refused('class-ended', null, new Date(found.endsAt).toISOString().slice(0, 10));
  }
  if (facts.membershipsUrl !== null && facts.membershipsUrl !== course.membershipsUrl) {
    await store.lti.noteMemberships(place, facts.membershipsUrl);
  }
  return { ...course, kind: 'open', place };
}

async function makeCourse(context: LtiContext, facts: LaunchFacts): Promise<Course> {
  const { now, randomText, store } = context;
  const place = placeOf(facts);
  const createdAt = now();
  const title = facts.context?.title ?? facts.link?.title ?? context.say('lti.course');
  const classroom = {
    id: `cls_${randomText(26)}` as ClassId,
    name: title.slice(0, nameLimit).toWellFormed(),
    code: makeCode(joinCodeLength, randomText),
    learnersBy: 'alias',
    timeZone: serverTimeZone(),
    createdAt,
    endsAt: createdAt + defaultDays * dayMs,
  } as const;
  await store.lti.openCourse(place, classroom, keysOf(makeClassSecrets()));
  // Another’s where somebody was quicker; none where a join code was drawn twice.
  return (await store.lti.findCourse(place)) ?? makeCourse(context, facts);
}
