import type { Kysely } from 'kysely';
import { kyselyLtiCourses } from './kysely-lti-courses.ts';
import { kyselyLtiPasses } from './kysely-lti-passes.ts';
import { kyselyLtiPlatforms } from './kysely-lti-platforms.ts';
import { kyselyLtiScores } from './kysely-lti-scores.ts';
import type { LtiStore } from './lti-store.ts';
import type { Tables } from './tables.ts';

/** The port to everything of learning platforms. */
export function kyselyLti(db: Kysely<Tables>): LtiStore {
  return {
    ...kyselyLtiPlatforms(db),
    ...kyselyLtiPasses(db),
    ...kyselyLtiCourses(db),
    ...kyselyLtiScores(db),
  };
}
