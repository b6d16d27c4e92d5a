import { error, fail, redirect } from '@sveltejs/kit';
import type { Fields } from '$lib/item-types/contract';
import type { AnswerResult } from '$lib/server/attempts/answer-item';
import { readFields } from '$lib/item-types/read-fields';
import type { OwnerId } from '$lib/quiz/ids';

const notes = {
  'already-answered': 'refusal.alreadyAnswered',
  revised: 'refusal.revised',
} as const;

/** A posted form of an item; null where it is none that the quiz sends. */
export async function readItemForm(request: Request): Promise<Fields | null> {
  const form = await request.formData().catch(() => null);
  return form && readFields(form);
}

/** The question again, with what is wrong, and with all that was sent. */
export function askAgain(problem: string, given: Readonly<Record<string, readonly string[]>> = {}) {
  return fail(400, { problem, given });
}

/** Answers an answer that was not stored; `attempt` is the address of its attempt. */
export function refuseAnswer(
  { say }: Pick<App.Locals, 'say'>,
  result: Exclude<AnswerResult, { kind: 'stored' }>,
  fields: Fields,
  attempt: string,
) {
  switch (result.kind) {
    case 'unknown':
      return error(404, say('refusal.noQuestion'));
    case 'not-reached':
      return error(409, say('refusal.notReached'));
    case 'closed':
      return redirect(303, `${attempt}?late`);
    case 'unreadable':
      return askAgain(result.message, Object.fromEntries(fields));
    default:
      return fail(409, { note: say(notes[result.kind]) });
  }
}

/** Stores a posted report of a problem, and says what became of it. */
export async function reportProblem(
  { app, say }: Pick<App.Locals, 'app' | 'say'>,
  request: Request,
  where: { readonly attemptId: string; readonly itemId: string; readonly owner: OwnerId | null },
) {
  const fields = await readItemForm(request);
  if (!fields) return fail(400, { note: say('refusal.unreadableForm') });
  const result = await app.reportItem(where, fields);
  if (result.kind === 'unknown') error(404, say('refusal.noQuestion'));
  if (result.kind === 'unreadable') return fail(400, { note: result.message });
  return { thanks: say(result.isInClass ? 'thanks.reportInClass' : 'thanks.report') };
}
