import type { Fields } from '../../src/lib/item-types/contract.ts';
import type { AttemptId, OwnerId } from '../../src/lib/quiz/ids.ts';
import { sampleForms } from '../items/sample-forms.ts';
import type { SittingRoom } from './sitting-room.ts';

/** Begins the fixture quiz. */
export async function startStorm(
  { app }: SittingRoom,
  owner: OwnerId,
  marking?: 'certainty',
): Promise<AttemptId> {
  const attempt = await app.startAttempt('storm', owner, marking);
  if (!attempt) throw new Error('The fixture bank is served');
  return attempt;
}

/** Posts an answer by the words of its option, or as a text; `more` are fields beside it. */
export async function answerStorm(
  { app }: SittingRoom,
  where: { attemptId: AttemptId; itemId: string; owner: OwnerId },
  given: string,
  more: Readonly<Record<string, readonly string[]>> = {},
) {
  const page = await app.openItem(where.attemptId, where.itemId, where.owner);
  if (page?.kind !== 'open') throw new Error(`${where.itemId} is not open`);
  const { type, delivered } = page.question;
  const fields = new Map([['version', [String(page.version)] as readonly string[]]]);
  if ('options' in delivered) {
    const option = delivered.options.find(({ text }) => text === given);
    fields.set(type === 'verdict' ? 'verdict' : 'choice', [option?.value ?? '']);
  } else {
    fields.set('value', [given]);
  }
  for (const [name, values] of Object.entries(more)) fields.set(name, values);
  return app.answerItem(where, fields);
}

/** Sends the first of its type's sample forms to every question that is still open. */
export async function finishStorm(
  { app }: SittingRoom,
  where: { attemptId: AttemptId; owner: OwnerId },
  more: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> {
  for (;;) {
    const results = await app.showResults(where.attemptId, where.owner);
    if (results?.kind !== 'unfinished') return;
    const itemId = results.open;
    const page = await app.openItem(where.attemptId, itemId, where.owner);
    if (page?.kind !== 'open') throw new Error(`${itemId} is not open`);
    const [sample] = sampleForms(page.question.type, page.question.delivered);
    const fields: Fields = new Map([
      ['version', [String(page.version)]],
      ...(sample?.fields ?? []),
      ...Object.entries(more),
    ]);
    const result = await app.answerItem({ ...where, itemId }, fields);
    if (result.kind !== 'stored') throw new Error(`${itemId}: ${JSON.stringify(result)}`);
  }
}
