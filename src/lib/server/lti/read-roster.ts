import type { ClassId } from '../../quiz/ids.ts';
import type { Platform } from '../storage/lti-store.ts';
import { askService, nextPage, type ServiceAnswer, type ServiceContext } from './ask-service.ts';
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

/** Pages that are read: a platform that sends people round in a circle is left. */
const mostPages = 200;

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
  const learners: Member[] = [];
  let address: string | null = membershipsUrl;
  for (let page = 0; address !== null && page < mostPages; page += 1) {
    const answer: ServiceAnswer = await askService(context, platform, [scopes.members], address, {
      headers: { accept: listType },
    });
    if (answer.kind === 'failed') {
      return { kind: 'failed', reason: 'reason' in answer.sent ? answer.sent.reason : '' };
    }
    const { members } = recordIn(await answer.response.json().catch(() => null));
    if (!Array.isArray(members)) return { kind: 'failed', reason: 'The list can’t be read.' };
    learners.push(...members.flatMap(memberIn));
    address = nextPage(answer.response, address);
  }
  return { kind: 'listed', learners };
}

/** A learner of the course; nothing for anybody else, and for whom the platform has shut out. */
function memberIn(value: unknown): Member[] {
  const member = recordIn(value);
  const { roles, status, user_id: id } = member;
  const subject = textIn(id);
  const isActive = status === undefined || status === 'Active';
  if (subject === null || !isActive || !Array.isArray(roles)) return [];
  if (!readRoles(roles).isGradable) return [];
  return [{ subject, name: textIn(member['name']) }];
}
