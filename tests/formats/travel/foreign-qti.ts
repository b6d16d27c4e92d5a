import { strToU8 } from 'fflate';
import { readQti3 } from '../../../src/lib/formats/travel/qti3/read-package.ts';

/** The declaration of an XML file. */
export const head = '<?xml version="1.0" encoding="UTF-8"?>';
const space = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

/** Where the processings of the standard stand. */
export const templates = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates';
/** A rule that gives points. */
export const award = (points: string) =>
  `<qti-set-outcome-value identifier="SCORE">${points}</qti-set-outcome-value>`;
/** A rule under a condition. */
export const when = (condition: string, then: string) =>
  `<qti-response-condition><qti-response-if>${condition}${then}</qti-response-if></qti-response-condition>`;
/** A value that is written down. */
export const valueOf = (type: string, text: string) =>
  `<qti-base-value base-type="${type}">${text}</qti-base-value>`;
/** What the learner gave. */
export const given = '<qti-variable identifier="RESPONSE"/>';
/** One point. */
export const one = valueOf('float', '1');
const isCorrect = `<qti-match>${given}<qti-correct identifier="RESPONSE"/></qti-match>`;
/** The usual rule: a point for the correct response. */
export const pointWhereCorrect = when(isCorrect, award(one));

/** An item of QTI 3.0 with these parts. */
export function itemOf(
  declarations: string,
  body: string,
  rules = pointWhereCorrect,
  feedback = '',
  id = 'Item 01',
) {
  return `${head}<qti-assessment-item xmlns="${space}" identifier="${id}" title="An item" time-dependent="false" xml:lang="de">
${declarations}
<qti-item-body>${body}</qti-item-body>
<qti-response-processing>${rules}</qti-response-processing>${feedback}</qti-assessment-item>`;
}

/** How an answer is given, and what of it is right. */
export function declare(
  cardinality: string,
  baseType: string,
  values: readonly string[],
  mapping = '',
) {
  const correct = values.map((value) => `<qti-value>${value}</qti-value>`).join('');
  return `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}">
<qti-correct-response>${correct}</qti-correct-response>${mapping}</qti-response-declaration>`;
}

/** A choice of these. */
export const choicesOf = (inner: string, most = 1) =>
  `<qti-choice-interaction response-identifier="RESPONSE" max-choices="${most}"><qti-prompt>Which?</qti-prompt>${inner}</qti-choice-interaction>`;
/** Two choices, A and B. */
export const two =
  '<qti-simple-choice identifier="A">One</qti-simple-choice><qti-simple-choice identifier="B">Two</qti-simple-choice>';
/** An item with the key B. */
export const single = itemOf(declare('single', 'identifier', ['B']), choicesOf(two));

/** What is read of one item, and what is said about it. */
export function read(xml: string) {
  const reading = readQti3(strToU8(xml));
  if (!reading.ok) throw new Error(reading.fault.message);
  const [question] = reading.questions;
  return { ...reading, question, said: reading.notes.map(({ message }) => message) };
}
