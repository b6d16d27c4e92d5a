import { landed } from '../../landed';
import { fieldOf, postedForm } from '../../posted-form';
import { refuseSession } from '../../refuse-launch';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, request }) => {
  if (request.method !== 'POST') refuseSession(locals);
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const field = fieldOf(await postedForm(event));
    const landing = await locals.lti.bindLaunch(field('pass') ?? '', field('proof'));
    return landed(locals, landing);
  },
};
