/** Why a login, launch, registration or choice is not taken; each has its words, `lti.refusal.<code>`. */
export type RefusalCode =
  | 'accept'
  | 'algorithm'
  | 'audience'
  | 'authorised-party'
  | 'bank'
  | 'browser'
  | 'claims'
  | 'class-ended'
  | 'class-full'
  | 'client'
  | 'closed'
  | 'configuration'
  | 'deployment'
  | 'expired'
  | 'form'
  | 'future'
  | 'hint'
  | 'issuer'
  | 'key'
  | 'keys'
  | 'known'
  | 'login-issuer'
  | 'login-target'
  | 'message-type'
  | 'nonce'
  | 'pending'
  | 'platform-error'
  | 'platform-unknown'
  | 'registration-answer'
  | 'registration-off'
  | 'session'
  | 'signature'
  | 'state-expired'
  | 'state-unknown'
  | 'state-used'
  | 'target'
  | 'ticket'
  | 'token'
  | 'version';

/** What is told to whoever runs the platform: never a token, a state or a key. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What this server takes; null where there is nothing to name. */
  readonly expected: string | null;
  /** What came. */
  readonly came: string | null;
}

/** A refusal as the outcome of a use case. */
export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/** Signs of a value that are shown. */
const shownLength = 200;

/** Makes a refusal; values are shortened, and without signs that steer a terminal. */
export function refused(code: RefusalCode, expected?: unknown, came?: unknown): Refused {
  return {
    kind: 'refused',
    refusal: { code, expected: shown(expected), came: shown(came) },
  };
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
    .toWellFormed()
    .replace(/\p{C}/gu, '\ufffd');
  return text.length > shownLength ? `${text.slice(0, shownLength).toWellFormed()}…` : text;
}

/** True for a refusal among outcomes. */
export function isRefused<Outcome extends { readonly kind: string }>(
  outcome: Outcome | Refused,
): outcome is Refused {
  return outcome.kind === 'refused';
}
