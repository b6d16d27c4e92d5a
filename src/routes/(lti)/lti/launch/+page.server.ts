import { landed } from '../../landed';
import { fieldOf, postedForm } from '../../posted-form';
import { refuseSession } from '../../refuse-launch';
import type { Actions, PageServerLoad } from './$types';

/** A launch is posted: an address that is typed in, or opened again, brings none. */
export const load: PageServerLoad = ({ locals, request }) => {
  if (request.method !== 'POST') refuseSession(locals);
};

export const actions: Actions = {
  default: async (event) => {
    const { cookies, locals, url } = event;
    const landing = await locals.lti.receiveLaunch({
      field: fieldOf(await postedForm(event)),
      cookie: (name) => cookies.get(name),
      origin: url.origin,
    });
    return landed(locals, landing);
  },
};
