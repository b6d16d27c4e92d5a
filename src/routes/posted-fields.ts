import { error, type RequestEvent } from '@sveltejs/kit';
import type { Fields } from '$lib/item-types/contract';
import { readFields } from '$lib/item-types/read-fields';

/** Values that a form of a class may have: each item of a long quiz is one. */
const most = 1000;

/** A posted form as plain texts; 400 in words where it is none. */
export async function postedFields({
  locals,
  request,
}: Pick<RequestEvent, 'locals' | 'request'>): Promise<Fields> {
  const form = await request.formData().catch(() => null);
  const fields = form && readFields(form, most);
  if (!fields) error(400, locals.say('refusal.unreadable'));
  return fields;
}
