import { redirect } from '@sveltejs/kit';
import type { Parameters as Named } from '$lib/server/lti/begin-login';
import { fieldOf, postedForm } from '../../posted-form';
import { refuseLaunch } from '../../refuse-launch';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Seconds for which a browser keeps the secret of a login. */
const maxAge = 10 * 60;

/**
 * Sends the browser on to its platform. In a frame the cookie lasts where browsers keep cookies apart by
 * the page around it (CHIPS); where they keep none, the platform’s storage is tried, by a script.
 */
async function begin({ cookies, locals, url }: RequestEvent, parameter: Named) {
  const begun = await locals.lti.beginLogin(parameter, url.origin);
  if (begun.kind === 'refused') refuseLaunch(locals, begun.refusal);
  const { address, binding, storage } = begun;
  cookies.set(binding.name, binding.value, {
    path: '/lti',
    httpOnly: true,
    secure: true,
    sameSite: 'none',
    partitioned: true,
    maxAge,
  });
  if (storage === null) redirect(302, address);
  return { login: { address, keep: { ...storage, ...binding } } };
}

export const load: PageServerLoad = (event) =>
  event.request.method === 'POST'
    ? { login: null }
    : begin(event, (name) => event.url.searchParams.get(name));

export const actions: Actions = {
  default: async (event) => begin(event, fieldOf(await postedForm(event))),
};
