import type { Client, Platform } from './platform.ts';

/** Somebody on a platform; roles by their short names. */
export interface PlatformUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** A launch that a platform offers. */
export interface Launch {
  readonly user: PlatformUser;
  /** The address that the link leads to. */
  readonly target: string;
  readonly course?: { readonly id: string; readonly title: string } | null;
  readonly link?: { readonly id: string; readonly title: string };
  readonly custom?: Readonly<Record<string, string>>;
  readonly deploymentId?: string;
  readonly isDeepLink?: boolean;
  readonly acceptsMultiple?: boolean;
  readonly data?: unknown;
  readonly locale?: string;
  /** Put over the claims of a good launch; what is undefined is left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

const lti = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;
const member = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

/** The claims of a launch (LTI 1.3, Core 5), dated now. */
export function launchClaims(
  platform: Platform,
  { clientId }: Client,
  launch: Launch,
  nonce: string,
): Record<string, unknown> {
  const nowS = Math.floor(Date.now() / 1000);
  const { course = { id: 'course-1', title: 'Media studies' }, custom = {}, locale, user } = launch;
  return withoutUndefined({
    iss: platform.issuer,
    aud: clientId,
    azp: clientId,
    sub: user.id,
    exp: nowS + 300,
    iat: nowS,
    nonce,
    name: user.name,
    [lti('version')]: '1.3.0',
    [lti('message_type')]: launch.isDeepLink ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest',
    [lti('deployment_id')]: launch.deploymentId ?? '1',
    [lti('target_link_uri')]: launch.target,
    [lti('roles')]: user.roles.map((role) => `${member}${role}`),
    ...(course && { [lti('context')]: { ...course, label: 'MS' } }),
    [lti('custom')]: custom,
    [lti('launch_presentation')]: {
      document_target: 'iframe',
      return_url: `${platform.origin}/course`,
      ...(locale !== undefined && { locale }),
    },
    ...(launch.isDeepLink ? deepLinking(platform, launch) : resource(platform, launch)),
    ...launch.claims,
  });
}

function withoutUndefined(claims: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

function resource(platform: Platform, { link = { id: 'link-1', title: 'The storm' } }: Launch) {
  const { lineItem, lineItems } = platform.services.itemFor(link.id);
  const isBare = platform.variant.hasNoLineItem;
  return {
    [lti('resource_link')]: link,
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      scope: [
        'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
        'https://purl.imsglobal.org/spec/lti-ags/scope/score',
      ],
      lineitems: lineItems,
      ...(!isBare && { lineitem: lineItem }),
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: `${platform.origin}/members?course=course-1`,
      service_versions: ['2.0'],
    },
  };
}

function deepLinking({ origin }: Platform, { acceptsMultiple = false, data }: Launch) {
  return {
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
      deep_link_return_url: `${origin}/deep-link-return`,
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe', 'window'],
      accept_multiple: acceptsMultiple,
      ...(data !== undefined && { data }),
    },
  };
}
