import { error } from '@sveltejs/kit';
import { refusalLine } from '$lib/server/lti/refusal-line';
import type { Refusal, RefusalCode } from '$lib/server/lti/refusal';

/** Statuses other than 403, by what was refused. */
const statuses: Partial<Record<RefusalCode, 400 | 404 | 409 | 502>> = {
  bank: 404,
  'class-full': 409,
  'class-ended': 409,
  closed: 409,
  claims: 400,
  form: 400,
  keys: 502,
  known: 409,
  'message-type': 400,
  'registration-answer': 502,
  token: 400,
  version: 400,
};

/** Says to people why a request of a platform was not taken, and to the log in plain English. */
export function refuseLaunch(
  { report, say }: Pick<App.Locals, 'report' | 'say'>,
  refusal: Refusal,
): never {
  const { code } = refusal;
  report(refusalLine(refusal));
  error(statuses[code] ?? 403, { message: say(`lti.refusal.${code}`), lti: refusal });
}

/** Says that a session, or an address that none leads to, is over. */
export function refuseSession(locals: Pick<App.Locals, 'report' | 'say'>): never {
  refuseLaunch(locals, { code: 'session', expected: null, came: null });
}
