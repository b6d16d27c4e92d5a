import type { ClassId } from '../../quiz/ids.ts';
import type { Platform } from '../storage/lti-store.ts';
import { listFrom, type ServiceContext } from './ask-service.ts';
import { enrolLearner } from './enrol-learner.ts';
import { readRoles, recordIn, textIn } from './launch-claims.ts';
import type { LtiContext } from './lti-context.ts';
import { scopes } from './scopes.ts';
import { isRefused, type Refusal } from './refusal.ts';

/** What came of reading who is in a course. */
export type RosterResult =
  | { readonly kind: 'read'; readonly added: number; readonly known: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A course’s list, and the class that its learners are put into. */
export interface RosterPlace {
  readonly platform: Platform;
  readonly deploymentId: string;
  readonly classId: ClassId;
  readonly membershipsUrl: string;
}

const listType = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** How long a list may take, whatever its pages, in milliseconds. */
const patienceMs = 30_000;

/**
 * Puts the learners of a course into its class before they first come (NRPS 2.0). Of each their id is
 * kept, and their name where names are kept; nothing else is read.
 */
export async function readRoster(
  context: LtiContext & ServiceContext,
  { classId, deploymentId, membershipsUrl, platform }: RosterPlace,
): Promise<RosterResult> {
  const members = await listMembers(context, platform, membershipsUrl);
  if (members.kind === 'failed') return members;
  let [added, known] = [0, 0];
  for (const { name, subject } of members.learners) {
    const place = { platformId: platform.id, deploymentId, subject, classId };
    const enrolled = await enrolLearner(context, { place, name, isGradable: true });
    if (isRefused(enrolled)) return enrolled;
    if (enrolled.isNew) added += 1;
    else known += 1;
  }
  return { kind: 'read', added, known };
}

interface Member {
  readonly subject: string;
  readonly name: string | null;
}

async function listMembers(
  context: ServiceContext,
  platform: Platform,
  membershipsUrl: string,
): Promise<
  | { readonly kind: 'listed'; readonly learners: readonly Member[] }
  | Extract<RosterResult, { kind: 'failed' }>
> {
  const request = {
    address: membershipsUrl,
    headers: { accept: listType },
    signal: AbortSignal.timeout(patienceMs),
  };
  const list = await listFrom(
    context,
    platform,
    [scopes.members],
    request,
    (page) => recordIn(page)['members'],
  );
  if (list.kind === 'listed') return { kind: 'listed', learners: list.entries.flatMap(memberIn) };
  return { kind: 'failed', reason: 'reason' in list.sent ? list.sent.reason : '' };
}

/** A learner of the course; nothing for anybody else, and for whom the platform has shut out. */
function memberIn(value: unknown): Member[] {
  const member = recordIn(value);
  const { roles, status, user_id: id } = member;
  const subject = textIn(id);
  const isActive = status === undefined || status === 'Active';
  if (subject === null || !isActive || !Array.isArray(roles)) return [];
  if (!readRoles(roles, true).isGradable) return [];
  return [{ subject, name: textIn(member['name']) }];
}
