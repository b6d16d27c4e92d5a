import { scopes } from './scopes.ts';

/** By which a platform tells from which course and link this one was copied (Core, Appendix D). */
export const historyParameters: Readonly<Record<string, string>> = {
  context_history: '$Context.id.history',
  link_history: '$ResourceLink.id.history',
};

/** What a platform is told of this tool (Dynamic Registration 1.0, 3.6); null takes every scope. */
export function toolConfiguration(
  origin: string,
  supported: readonly string[] | null,
  asksNames: boolean,
) {
  const wanted = [scopes.score, scopes.lineItem, scopes.members];
  const launch = `${origin}/lti/launch`;
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: `${origin}/lti/login`,
    redirect_uris: [launch],
    client_name: 'Verbatim',
    jwks_uri: `${origin}/lti/jwks`,
    logo_uri: `${origin}/mark.svg`,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: wanted.filter((scope) => supported?.includes(scope) ?? true).join(' '),
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      domain: new URL(origin).host,
      description: 'Fact-check quizzes whose every answer shows its source, word for word.',
      target_link_uri: launch,
      custom_parameters: historyParameters,
      claims: ['iss', 'sub', ...(asksNames ? ['name', 'given_name', 'family_name'] : [])],
      // In this order: Canvas gives each place to the first message that names it, or names none.
      messages: [
        {
          type: 'LtiDeepLinkingRequest',
          target_link_uri: launch,
          label: 'Verbatim',
          placements: ['ContentArea', 'https://canvas.instructure.com/lti/assignment_selection'],
        },
        { type: 'LtiResourceLinkRequest', target_link_uri: launch, label: 'Verbatim' },
      ],
    },
  };
}
