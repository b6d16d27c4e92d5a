import type { Say } from '../../../messages/say.ts';
import type { ItemType } from '../../../quiz/item.ts';
import type { TravelQuestion } from '../question.ts';
import { match, order } from './arrangement-forms.ts';
import {
  evidenceSelect,
  multipleResponse,
  singleChoice,
  verdict,
  verdictWithEvidence,
} from './choice-forms.ts';
import { plainQuotation, sourceLine } from './content.ts';
import { declareFeedback, declareScore } from './declarations.ts';
import { numeric, textEntry } from './entry-forms.ts';
import { explanation } from './explanation.ts';
import { baseValue, setOutcome } from './processing.ts';
import { feedbackOf, modalFeedback, type FormOf, type QtiForm } from './qti-form.ts';
import { rootOf } from './schemas.ts';
import { block, inline, xmlFile, type Xml } from './xml-element.ts';

/** Every item type's form; a type that is missing here is a compile error that names it. */
const forms: { readonly [T in ItemType]: FormOf<T> } = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
  verdict,
  numeric,
  'text-entry': textEntry,
  order,
  match,
  'evidence-select': evidenceSelect,
  'verdict-with-evidence': verdictWithEvidence,
};

const why = 'WHY';

/** A question as the file of an item of QTI 3.0: asked, scored, and explained once it is answered. */
export function writeItem(question: TravelQuestion, say: Say): string {
  // The table pairs each type with its own form, so a question always meets the one of its own shape.
  const form = (forms[question.type] as FormOf<ItemType>)(question, say);
  const { id, language, stem } = question;
  const attributes = {
    identifier: id,
    title: stem,
    'xml:lang': language,
    adaptive: false,
    'time-dependent': false,
    'tool-name': 'Verbatim',
  };
  return xmlFile(
    rootOf(
      'qti-assessment-item',
      attributes,
      ...form.responses,
      ...declareScore(form.maxPoints),
      ...form.outcomes,
      declareFeedback(why, 'single'),
      block('qti-item-body', { class: namesOf(question) }, ...compared(question), ...form.body),
      block(
        'qti-response-processing',
        {},
        ...form.rules,
        setOutcome(why, baseValue('identifier', 'why')),
      ),
      ...feedbacksOf(form, question, say),
    ),
  );
}

function feedbacksOf({ feedbacks }: QtiForm, question: TravelQuestion, say: Say): Xml[] {
  const explained = feedbackOf(why, 'why', explanation(question, say));
  return [...feedbacks.map((feedback) => modalFeedback(feedback, say)), explained];
}

/** What a reader of ours knows a question by, in no one's way: classes of its body. */
function namesOf({ level, type, version }: TravelQuestion): string {
  return [
    `type-${type}`,
    ...(level === null ? [] : [`level-${level}`]),
    ...(version === null ? [] : [`version-${version}`]),
  ].join(' ');
}

/** What sources say, side by side before the answer. */
function compared({ compare, passages }: TravelQuestion): Xml[] {
  if (compare.length === 0) return [];
  const sources = compare.map((source) =>
    block(
      'div',
      { class: 'compared' },
      inline('p', {}, sourceLine(source)),
      ...passages.filter((passage) => passage.source.id === source.id).map(plainQuotation),
    ),
  );
  return [block('div', { class: 'compare' }, ...sources)];
}
