import type { RequestEvent } from '@sveltejs/kit';
import type { Fields } from '$lib/item-types/contract';
import { readFields } from '$lib/item-types/read-fields';
import { refuseLaunch } from './refuse-launch';

/** Values that a form of a launch may have: each item of a long quiz is one. */
const most = 1000;

/** A posted form as plain texts, one or several of a name; refused in words where it is none. */
export async function postedForm({
  locals,
  request,
}: Pick<RequestEvent, 'locals' | 'request'>): Promise<Fields> {
  const form = await request.formData().catch(() => null);
  const fields = form && readFields(form, most);
  if (fields) return fields;
  const expected = 'application/x-www-form-urlencoded';
  return refuseLaunch(locals, { code: 'form', expected, came: null });
}

/** The first value of each name of a form. */
export function fieldOf(fields: Fields): (name: string) => string | null {
  return (name) => fields.get(name)?.[0] ?? null;
}
