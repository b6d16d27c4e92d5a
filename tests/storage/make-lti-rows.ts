import type { Link, Platform, UserPlace } from '../../src/lib/server/storage/lti-store.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import {
  assignmentId,
  classId,
  makeClass,
  makeClassAssignment,
  makeKeys,
  makeLearner,
} from './make-class-rows.ts';

export const platformId = `plf_${'q'.repeat(26)}`;

export function makePlatform(part: Partial<Platform> = {}): Platform {
  return {
    id: platformId,
    issuer: 'https://lms.example',
    clientId: 'client-1',
    authEndpoint: 'https://lms.example/auth',
    tokenEndpoint: 'https://lms.example/token',
    tokenAudience: null,
    jwksUri: 'https://lms.example/jwks',
    name: 'School LMS',
    status: 'active',
    isTrusted: true,
    hasAnyDeployment: false,
    createdAt: 1000,
    ...part,
  };
}

export const contextPlace = { platformId, deploymentId: '1', contextId: 'course-1' } as const;

export function makeLink(part: Partial<Link> = {}): Link {
  return {
    platformId,
    deploymentId: '1',
    linkId: 'link-1',
    contextId: 'course-1',
    assignmentId,
    chosen: 'bank=storm',
    lineItem: 'https://lms.example/items/1?type=2',
    lineItems: 'https://lms.example/items',
    scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
    ...part,
  };
}

export function makeUser(part: Partial<UserPlace> = {}): UserPlace {
  return { platformId, deploymentId: '1', subject: '7', classId, ...part };
}

/** A class that was opened by a launch, with an assignment and a learner of its platform. */
export async function fillCourse(store: Store): Promise<void> {
  await store.lti.addPlatform(makePlatform(), ['1'], ['https://lms.example']);
  await store.lti.openCourse(contextPlace, makeClass(), makeKeys());
  await store.lti.placeLink(makeLink(), makeClassAssignment(), null);
  await store.lti.enrolUser(makeUser(), makeLearner(1), true, 30);
}
