import { registrationLine } from '$lib/server/lti/refusal-line';
import type { RegistrationRequest } from '$lib/server/lti/register-platform';
import type { Parameters as Named } from '$lib/server/lti/begin-login';
import { fieldOf, postedForm } from '../../posted-form';
import { refuseLaunch } from '../../refuse-launch';
import type { Actions, PageServerLoad } from './$types';

function requestOf(parameter: Named, { origin }: URL): RegistrationRequest {
  return {
    configuration: parameter('openid_configuration'),
    token: parameter('registration_token'),
    secret: parameter('secret'),
    origin,
  };
}

/** Shows which platform would be connected; nothing is asked of it yet. */
export const load: PageServerLoad = ({ locals, request, url }) => {
  if (request.method === 'POST') return { offer: null };
  const asked = requestOf((name) => url.searchParams.get(name), url);
  const offered = locals.lti.offerRegistration(asked);
  if (offered.kind === 'refused') refuseLaunch(locals, offered.refusal);
  const { configuration, secret, token } = asked;
  return { offer: { host: offered.host, configuration, secret, token } };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    const asked = requestOf(fieldOf(await postedForm(event)), url);
    const registered = await locals.lti.registerPlatform(asked);
    if (registered.kind === 'refused') refuseLaunch(locals, registered.refusal);
    const { id, name, status } = registered.platform;
    locals.report(registrationLine(id, status));
    return { platform: { id, name, isPending: status === 'pending' } };
  },
};
