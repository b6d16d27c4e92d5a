import { isoTime } from '../calendar.ts';
import type { Interaction, InteractionForm, InteractionPair } from '../interaction.ts';
import { decimal, readScore, resultText, type ScormDialect, type ScormWrite } from './dialect.ts';

/** Signs of a text in a response or a pattern, and of a description, that every LMS has to take (SPM). */
const longestText = 250;

/** SCORM 2004 4th Edition (Run-Time Environment 4, ADL 2009). */
export const scorm2004: ScormDialect = {
  apiName: 'API_1484_11',
  calls: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
  },
  longestState: 64_000,
  modeElement: 'cmi.mode',
  mastery: { element: 'cmi.scaled_passing_score', whole: 1 },

  readReported(get) {
    const success = get('cmi.success_status');
    return {
      score: readScore(get('cmi.score.raw')),
      isCompleted: get('cmi.completion_status') === 'completed',
      success: success === 'passed' || success === 'failed' ? success : null,
    };
  },

  writeReported: ({ isCompleted, score, success }) => [
    ...(score === null
      ? []
      : ([
          ['cmi.score.min', '0'],
          ['cmi.score.max', '100'],
          ['cmi.score.raw', decimal(score)],
          ['cmi.score.scaled', decimal(score / 100)],
        ] as const)),
    ['cmi.completion_status', isCompleted ? 'completed' : 'incomplete'],
    ...(success === null ? [] : ([['cmi.success_status', success]] as const)),
  ],

  optional: [],

  writeInteraction(at, { answeredAt, interaction, latencyMs }) {
    const { form, itemId, outcome, stem } = interaction;
    const name = (part: string) => `cmi.interactions.${at}.${part}`;
    return [
      [name('id'), itemId],
      [name('type'), form.kind],
      [name('timestamp'), timestampText(answeredAt)],
      ...patternsOf(form).map(
        (pattern, index) => [name(`correct_responses.${index}.pattern`), pattern] as const,
      ),
      [name('weighting'), decimal(outcome.maxPoints)],
      [name('learner_response'), responseOf(interaction)],
      [name('result'), resultText(interaction, 'incorrect')],
      [name('latency'), durationText(latencyMs)],
      [name('description'), shortened(stem)],
    ] satisfies ScormWrite[];
  },

  // An attempt that ends otherwise is over: the next visit would begin one that knows of no pass (SN, DB.2).
  writeLeaving: (_isFinished, sessionMs) => [
    ['cmi.exit', 'suspend'],
    ['cmi.session_time', durationText(sessionMs)],
  ],
};

function responseOf({ form }: Interaction): string {
  switch (form.kind) {
    case 'choice':
    case 'sequencing':
      return choiceText(form.response);
    case 'matching':
      return pairsText(form.response);
    case 'fill-in':
      return plainText(form.response);
    case 'numeric':
      return decimal(form.response);
  }
}

function patternsOf(form: InteractionForm): string[] {
  switch (form.kind) {
    case 'choice':
    case 'sequencing':
      return form.patterns.map(choiceText);
    case 'matching':
      return form.patterns.map(pairsText);
    case 'fill-in':
      return form.patterns.map(plainText);
    case 'numeric':
      return [`${decimal(form.least)}[:]${decimal(form.most)}`];
  }
}

/** Names of choices (short_identifier_type); Moodle takes no hyphen in them. */
function choiceText(ids: readonly string[]): string {
  return ids.map((id) => id.replaceAll('-', '_')).join('[,]');
}

function pairsText(pairs: readonly InteractionPair[]): string {
  return pairs.map((pair) => pair.join('[.]')).join('[,]');
}

/** A text in which nothing is taken for a mark between texts, or for a note on the text. */
function plainText(text: string): string {
  return shortened(text.replaceAll('[,]', '[ ,]').replace(/^\{/, '({'));
}

function shortened(text: string): string {
  return text.slice(0, longestText).toWellFormed();
}

const toSeconds = isoTime();

/** ISO 8601 in UTC; a zone may stand after a fraction alone (RTE 4.1.1.7). */
function timestampText(ms: number): string {
  return toSeconds(ms).replace('Z', '.0Z');
}

/** ISO 8601, to the hundredth of a second (timeinterval). */
function durationText(ms: number): string {
  return `PT${Math.round(Math.max(0, ms) / 10) / 100}S`;
}
