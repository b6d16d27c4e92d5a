import { fail } from '@sveltejs/kit';
import { sayLmsFault } from '$lib/formats/lms-export';
import type { Actions, PageServerLoad } from './$types';
import { findLmsPage, readList } from './read-list';

export const load: PageServerLoad = async (event) => ({ page: await findLmsPage(event) });

export const actions: Actions = {
  default: async (event) => {
    const page = await findLmsPage(event);
    const filling = await readList(event, page);
    if (filling.ok) return { groups: filling.groups, faults: [] };
    const faults = filling.faults.map((fault) => sayLmsFault(fault, page.lms, event.locals.say));
    return fail(422, { groups: null, faults });
  },
};
