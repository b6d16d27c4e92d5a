import { expect } from 'vitest';
import type { Client, Reply } from './client.ts';

/** A class that a client has just opened. */
export interface OpenedPages {
  /** `/teach/classes/cls_…`. */
  readonly classPath: string;
  /** `/teach/assignments/asg_…`. */
  readonly assignmentPath: string;
  /** Of the private link, as a path. */
  readonly link: string;
  /** In threes. */
  readonly recovery: string;
}

/** What is posted where nothing of the proposed form was changed. */
function proposedForm(page: string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [input] of page.matchAll(/<input\b[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1];
    const isLeft = /type="(radio|checkbox)"/.test(input) && !/\schecked\b/.test(input);
    const name = of('name');
    if (name && !isLeft) form.append(name, of('value') ?? '');
  }
  return form;
}

/** Posts the form of a new class, with some of its fields changed. */
export async function postClass(
  client: Client,
  part: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const { body } = await client.get('/teach/new?bank=storm');
  const form = proposedForm(body);
  for (const [name, value] of Object.entries(part)) form.set(name, value);
  return client.post('/teach/new?/open&bank=storm', form.toString());
}

/** Opens a class with the fixture bank and reads its keys. */
export async function openClass(
  client: Client,
  part: Readonly<Record<string, string>> = {},
): Promise<OpenedPages> {
  const { location, status } = await postClass(client, part);
  expect(status).toBe(303);
  const keys = await client.get(location ?? '');
  const classPath = (location ?? '').replace(/\/keys$/, '');
  const { body } = await client.get(classPath);
  return {
    classPath,
    assignmentPath: /href="(\/teach\/assignments\/asg_[a-z2-7]+)"/.exec(body)?.[1] ?? '',
    link: /(\/teach\/open\/[\w-]{43})/.exec(keys.body)?.[1] ?? '',
    recovery: /((?:[A-Z0-9]{3} ){7}[A-Z0-9]{3})/.exec(keys.body)?.[1] ?? '',
  };
}
