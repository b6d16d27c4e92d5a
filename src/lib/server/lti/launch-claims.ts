import { isRefused, refused, type Refused } from './refusal.ts';

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`;

/** A course or a link as a launch names it. */
export interface Named {
  readonly id: string;
  /** Null where the platform sends none. */
  readonly title: string | null;
}

/** What a platform wants back when something is chosen (Deep Linking 2.0, 4.4). */
export interface DeepLinkSettings {
  readonly returnUrl: string;
  readonly acceptsMultiple: boolean;
  /** True where the platform makes a line item of what is sent along with a link. */
  readonly acceptsLineItem: boolean;
  /** Handed back as it is; undefined where there is none. */
  readonly data: unknown;
}

/** What a launch says, read and checked (LTI 1.3, Core 5). */
export interface LaunchFacts {
  readonly kind: 'resource' | 'deep-link';
  readonly platformId: string;
  readonly deploymentId: string;
  /** Null for a launch that tells of nobody. */
  readonly subject: string | null;
  readonly isInstructor: boolean;
  /** True for whom the platform takes scores. */
  readonly isGradable: boolean;
  readonly name: string | null;
  readonly context: Named | null;
  /** Null with deep linking. */
  readonly link: Named | null;
  /** The address that the link leads to. */
  readonly target: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly lineItem: string | null;
  readonly lineItems: string | null;
  readonly scopes: readonly string[];
  readonly membershipsUrl: string | null;
  readonly locale: string | null;
  readonly returnUrl: string | null;
  readonly deepLink: DeepLinkSettings | null;
}

type Claims = Readonly<Record<string, unknown>>;

/** Reads what a signed launch says; what it must say and does not is refused by name. */
export function readClaims(claims: Claims, platformId: string): LaunchFacts | Refused {
  const version = claims[claim('version')];
  if (version !== '1.3.0') return refused('version', '1.3.0', version ?? 'none');
  const type = claims[claim('message_type')];
  const kind =
    type === 'LtiResourceLinkRequest'
      ? 'resource'
      : type === 'LtiDeepLinkingRequest'
        ? 'deep-link'
        : null;
  if (kind === null) {
    return refused('message-type', 'LtiResourceLinkRequest, LtiDeepLinkingRequest', type ?? 'none');
  }
  const deepLink = kind === 'deep-link' ? readDeepLink(claims) : null;
  const missing = missingIn(claims, kind === 'resource', deepLink === null);
  if (missing.length > 0) return refused('claims', missing.join(', '), 'none');
  if (deepLink && isRefused(deepLink)) return deepLink;
  return {
    kind,
    platformId,
    deploymentId: textIn(claims[claim('deployment_id')]) ?? '',
    subject: textIn(claims['sub']),
    ...readRoles(
      claims[claim('roles')] as readonly unknown[],
      namedIn(claims[claim('context')]) !== null,
    ),
    name: nameIn(claims),
    context: namedIn(claims[claim('context')]),
    link: namedIn(claims[claim('resource_link')]),
    target: textIn(claims[claim('target_link_uri')], Infinity) ?? '',
    custom: textsIn(claims[claim('custom')]),
    ...readServices(claims),
    ...readPresentation(claims),
    deepLink: deepLink === null ? null : deepLink.settings,
  };
}

/** The names of the claims that are not there and must be. */
function missingIn(claims: Claims, isResource: boolean, hasNoSettings: boolean): string[] {
  const isMissing: Readonly<Record<string, boolean>> = {
    deployment_id: textIn(claims[claim('deployment_id')]) === null,
    target_link_uri: textIn(claims[claim('target_link_uri')]) === null,
    roles: !Array.isArray(claims[claim('roles')]),
    resource_link: isResource && namedIn(claims[claim('resource_link')]) === null,
    deep_linking_settings: !isResource && hasNoSettings,
  };
  return Object.keys(isMissing).filter((name) => isMissing[name]);
}

function readServices(claims: Claims) {
  const ags = recordIn(claims['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint']);
  const nrps = recordIn(claims['https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice']);
  const { scope } = ags;
  return {
    lineItem: addressIn(ags['lineitem']),
    lineItems: addressIn(ags['lineitems']),
    scopes: Array.isArray(scope) ? scope.filter((each) => typeof each === 'string') : [],
    membershipsUrl: addressIn(nrps['context_memberships_url']),
  };
}

function readPresentation(claims: Claims) {
  const presentation = recordIn(claims[claim('launch_presentation')]);
  return {
    locale: textIn(presentation['locale']),
    returnUrl: addressIn(presentation['return_url']),
  };
}

type ReadSettings = { readonly kind: 'read'; readonly settings: DeepLinkSettings };

function readDeepLink(claims: Claims): ReadSettings | Refused | null {
  const settings = recordIn(
    claims['https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings'],
  );
  const returnUrl = addressIn(settings['deep_link_return_url']);
  if (returnUrl === null) return null;
  const types = settings['accept_types'];
  if (!Array.isArray(types) || !types.includes('ltiResourceLink')) {
    return refused('accept', 'ltiResourceLink', types ?? 'none');
  }
  return {
    kind: 'read',
    settings: {
      returnUrl,
      acceptsMultiple: isTrue(settings['accept_multiple']),
      acceptsLineItem:
        settings['accept_lineitem'] === undefined || isTrue(settings['accept_lineitem']),
      data: settings['data'],
    },
  };
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

const instructing =
  /(?:^|#)(?:Instructor|ContentDeveloper|Administrator|TeachingAssistant|Faculty)$/;
const learning = /(?:^|#)(?:Learner|Student)$/;
/** Roles in the course, by their address or, as services name them, by their last word (Core A.2.3). */
const ownRole = /\/membership(?:\/\w+)?#|^\w+$/;
/** Somebody who teaches elsewhere, as Canvas says of every teacher, leads no course for that. */
const teachingAtLarge = /\/institution\/person#(?:Instructor|Faculty)$/;

/** Roles in the course count; those at large only where there is none in the course. */
export function readRoles(
  roles: readonly unknown[],
  isInCourse: boolean,
): { readonly isInstructor: boolean; readonly isGradable: boolean } {
  const named = roles.filter((each) => typeof each === 'string');
  const own = named.filter((each) => ownRole.test(each));
  const atLarge = named.filter((each) => !isInCourse || !teachingAtLarge.test(each));
  const counting = own.length > 0 ? own : atLarge;
  const isInstructor = counting.some((each) => instructing.test(each));
  return {
    isInstructor,
    isGradable: !isInstructor && counting.some((each) => learning.test(each)),
  };
}

function nameIn(claims: Claims): string | null {
  const whole = textIn(claims['name']);
  if (whole !== null) return whole;
  const parts = [textIn(claims['given_name']), textIn(claims['family_name'])];
  return parts.filter(Boolean).join(' ') || null;
}

function namedIn(value: unknown): Named | null {
  const { id, label, title } = recordIn(value);
  const named = textIn(id);
  return named === null ? null : { id: named, title: textIn(title) ?? textIn(label) };
}

/** Characters that an id or a title of a platform may have here. */
const longest = 1000;

/** A text that is there; a number, as some platforms send, as its text. */
export function textIn(value: unknown, most = longest): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.trim() === '') return null;
  return text.slice(0, most);
}

function addressIn(value: unknown): string | null {
  return typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value) ? value : null;
}

/** An object, or an empty one for anything else. */
export function recordIn(value: unknown): Claims {
  return typeof value === 'object' && value !== null ? (value as Claims) : {};
}

function textsIn(value: unknown): Record<string, string> {
  const pairs = Object.entries(recordIn(value)).flatMap(([name, each]) => {
    // Whole: the questions of a quiz stand in one, by their ids.
    const text = textIn(each, Infinity);
    return text === null ? [] : [[name, text]];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}
