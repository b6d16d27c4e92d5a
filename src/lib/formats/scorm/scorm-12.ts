import { isoTime } from '../calendar.ts';
import type { Interaction, InteractionForm, InteractionOption } from '../interaction.ts';
import {
  decimal,
  readScore,
  resultText,
  type Reported,
  type ScormDialect,
  type ScormWrite,
} from './dialect.ts';

/** Signs that a response or a pattern may have (RTE 3.4.6: CMIFeedback, of CMIString255). */
const longestText = 255;
/** What a choice may be called in responses: one sign each. */
const signs = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** What the left sides of pairs are called, in their order. */
const sourceSigns = '123456789abcdefghijklmnopqrstuvwxyz0';

const core = 'cmi.core';

/** SCORM 1.2 (Run-Time Environment 3, ADL 2001). It has one status for completion and success. */
export const scorm12: ScormDialect = {
  apiName: 'API',
  calls: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
  },
  longestState: 4096,
  modeElement: `${core}.lesson_mode`,
  mastery: { element: 'cmi.student_data.mastery_score', whole: 100 },

  readReported(get) {
    const status = get(`${core}.lesson_status`);
    return {
      score: readScore(get(`${core}.score.raw`)),
      isCompleted: ['passed', 'completed', 'failed'].includes(status),
      success: status === 'passed' || status === 'failed' ? status : null,
    };
  },

  writeReported: ({ isCompleted, score, success }: Reported) => [
    ...(score === null
      ? []
      : ([
          [`${core}.score.min`, '0'],
          [`${core}.score.max`, '100'],
          [`${core}.score.raw`, decimal(score)],
        ] as const)),
    [`${core}.lesson_status`, success ?? (isCompleted ? 'completed' : 'incomplete')],
  ],

  optional: [`${core}.score.min`, `${core}.score.max`],

  writeInteraction(at, { answeredAt, interaction, latencyMs, offsetMs }) {
    const { form, itemId, outcome } = interaction;
    const name = (part: string) => `cmi.interactions.${at}.${part}`;
    return [
      [name('id'), itemId],
      [name('time'), clockText(answeredAt + offsetMs)],
      [name('type'), typeOf(form)],
      ...patternsOf(form).map(
        (pattern, index) =>
          [name(`correct_responses.${index}.pattern`), shortened(pattern)] as const,
      ),
      [name('weighting'), decimal(outcome.maxPoints)],
      [name('student_response'), shortened(responseOf(interaction))],
      [name('result'), resultText(interaction, 'wrong')],
      [name('latency'), timespanText(latencyMs)],
    ] satisfies ScormWrite[];
  },

  writeLeaving: (isFinished, sessionMs) => [
    [`${core}.exit`, isFinished ? '' : 'suspend'],
    [`${core}.session_time`, timespanText(sessionMs)],
  ],
};

/** Lists longer than there are signs are told in words. */
function typeOf(form: InteractionForm): string {
  return isSigned(form) ? form.kind : 'fill-in';
}

function isSigned(form: InteractionForm): boolean {
  if (form.kind === 'matching') return form.targets.length <= signs.length;
  return !('options' in form) || form.options.length <= signs.length;
}

function responseOf({ form }: Interaction): string {
  switch (form.kind) {
    case 'choice':
    case 'sequencing':
      return chosenText(form, form.response);
    case 'matching':
      return pairsText(form, form.response);
    case 'fill-in':
      return form.response;
    case 'numeric':
      return decimal(form.response);
  }
}

function patternsOf(form: InteractionForm): string[] {
  switch (form.kind) {
    case 'choice':
    case 'sequencing':
      return form.patterns.map((ids) => chosenText(form, ids));
    case 'matching':
      return form.patterns.map((pairs) => pairsText(form, pairs));
    case 'fill-in':
      return [...form.patterns];
    case 'numeric':
      return [decimal(form.value)];
  }
}

type Kind<K extends InteractionForm['kind']> = Extract<InteractionForm, { readonly kind: K }>;

function chosenText(form: Kind<'choice' | 'sequencing'>, ids: readonly string[]): string {
  const name = (id: string) =>
    isSigned(form) ? signs[form.options.findIndex((option) => option.id === id)] : id;
  return ids.map(name).join();
}

function pairsText(form: Kind<'matching'>, pairs: Kind<'matching'>['response']): string {
  const nameIn = (list: readonly InteractionOption[], names: string, id: string) =>
    isSigned(form) ? names[list.findIndex((each) => each.id === id)] : id;
  return pairs
    .map(([source, target]) =>
      [nameIn(form.sources, sourceSigns, source), nameIn(form.targets, signs, target)].join('.'),
    )
    .join();
}

function shortened(text: string): string {
  return text.slice(0, longestText).toWellFormed();
}

const toSeconds = isoTime();
const two = (number: number) => String(number).padStart(2, '0');

/** The time of day, `HH:MM:SS` (CMITime). */
function clockText(ms: number): string {
  return toSeconds(ms).slice('YYYY-MM-DDT'.length, -1);
}

/** `HHHH:MM:SS.SS` (CMITimespan). */
function timespanText(ms: number): string {
  const hundredths = Math.round(Math.max(0, ms) / 10);
  const seconds = Math.floor(hundredths / 100);
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  const clock = [hours, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${clock}.${two(hundredths % 100)}`;
}
