import type { Fields } from '../../item-types/contract.ts';
import type { InstructorId, ItemId } from '../../quiz/ids.ts';
import type { Rescore, RescoreKind } from '../../quiz/rescore.ts';
import type { AttemptContext } from '../attempts/context.ts';
import { findLedAssignment, type LedAssignment } from '../classes/led-class.ts';
import { answersGiven } from './answers-given.ts';
import { previewCorrection, type CorrectionPreview } from './preview-correction.ts';
import { pupilNames } from './pupil-names.ts';

/** A correction as it was asked for, to be shown again and confirmed. */
export interface CorrectionForm {
  readonly kind: RescoreKind | null;
  readonly accepted: string;
  readonly reason: string;
}

/** What became of a correction, or of the wish to see what it would do. */
export type CorrectionResult =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly message: string; readonly form: CorrectionForm }
  | {
      readonly kind: 'previewed';
      readonly form: CorrectionForm;
      /** The accepted answer in words, or null. */
      readonly words: string | null;
      readonly preview: CorrectionPreview;
    }
  | { readonly kind: 'stored' };

/** Where a correction belongs, who asks for it, and whether its preview calls learners by name. */
export interface CorrectionPlace {
  readonly assignmentId: string;
  readonly itemId: string;
  readonly instructor: InstructorId | null;
  readonly isNamed: boolean;
}

/** Characters of a reason. */
const reasonLimit = 1000;

const kinds: readonly RescoreKind[] = ['accept', 'drop', 'full-marks'];

/** Shows what a correction would do; nothing is stored. */
export function tryCorrection(
  context: AttemptContext,
  place: CorrectionPlace,
  fields: Fields,
): Promise<CorrectionResult> {
  return correct(context, place, fields, async (led, rescore, form, words) => {
    const held = await context.store.classes.listRescores(led.assignment.id);
    const learners = await context.store.classes.listLearners(led.classroom.id);
    const nameOf = pupilNames(learners, place.isNamed, context.say);
    const preview = await previewCorrection(context, led, [...held, rescore], nameOf);
    return { kind: 'previewed', form, words, preview };
  });
}

/** Puts a correction on the record: it holds from now on. */
export function correctItem(
  context: AttemptContext,
  place: CorrectionPlace,
  fields: Fields,
): Promise<CorrectionResult> {
  return correct(context, place, fields, async (_led, rescore) => {
    await context.store.classes.addRescore(rescore);
    return { kind: 'stored' };
  });
}

type Use = (
  led: LedAssignment,
  rescore: Rescore,
  form: CorrectionForm,
  words: string | null,
) => Promise<CorrectionResult>;

async function correct(
  context: AttemptContext,
  { assignmentId, itemId, instructor }: CorrectionPlace,
  fields: Fields,
  use: Use,
): Promise<CorrectionResult> {
  const led = await findLedAssignment(context, assignmentId, instructor);
  const id = led?.assignment.itemIds.find((each) => each === (itemId as ItemId));
  if (!led || id === undefined) return { kind: 'unknown' };
  const form = readForm(fields);
  const { kind, reason } = form;
  const refuse = (message: string): CorrectionResult => ({ kind: 'refused', message, form });
  if (kind === null) return refuse(context.say('correct.refusal.kind'));
  const given = kind === 'accept' ? await answersGiven(context, led, id) : [];
  const accepted = given.find(({ written }) => written === form.accepted);
  if (kind === 'accept' && !accepted) return refuse(context.say('correct.refusal.accepted'));
  if (accepted?.isRight) return refuse(context.say('correct.refusal.right'));
  if (reason === '') return refuse(context.say('correct.refusal.noReason'));
  if (reason.length > reasonLimit) {
    return refuse(context.say('correct.refusal.longReason', { most: reasonLimit }));
  }
  const held = await context.store.classes.listRescores(led.assignment.id);
  const isHeld = (each: Rescore) =>
    each.itemId === id && each.kind === kind && kind !== 'accept' && each.withdrawnAt === null;
  if (held.some(isHeld)) return refuse(context.say('correct.refusal.held'));
  const rescore: Rescore = {
    id: `rsc_${context.randomText(26)}`,
    assignmentId: led.assignment.id,
    itemId: id,
    kind,
    accepted: accepted?.written ?? null,
    reason,
    createdAt: context.now(),
    withdrawnAt: null,
  };
  return use(led, rescore, form, accepted?.words ?? null);
}

function readForm(fields: Fields): CorrectionForm {
  const text = (name: string) => fields.get(name)?.[0] ?? '';
  return {
    kind: kinds.find((each) => each === text('kind')) ?? null,
    accepted: text('accepted'),
    reason: text('reason').trim(),
  };
}
