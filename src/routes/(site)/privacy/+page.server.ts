import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
  recordStore: locals.recordStore,
  hasPlatforms: locals.lti.hasPlatforms(),
});
