import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readQti3 } from '../../../src/lib/formats/travel/qti3/read-package.ts';
import {
  award,
  choicesOf,
  declare,
  given,
  head,
  itemOf,
  one,
  pointWhereCorrect,
  read,
  single,
  two,
  valueOf,
  when,
} from './foreign-qti.ts';

describe('an item by other hands', () => {
  it('becomes a question without evidence', () => {
    expect(read(single).question).toEqual({
      type: 'single-choice',
      id: 'item-01',
      version: null,
      language: 'de',
      stem: 'Which?',
      level: null,
      passages: [],
      compare: [],
      searched: [],
      why: [],
      settle: null,
      asOf: null,
      tags: [],
      options: [
        { id: 'a', text: 'One', isKey: false, reply: null, trap: null },
        { id: 'b', text: 'Two', isKey: true, reply: null, trap: null },
      ],
    });
  });

  it('is known by the names of QTI 2 too', () => {
    const older = `${head}<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="older" title="x" timeDependent="false">
<responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="identifier">
<correctResponse><value>A</value><value>C</value></correctResponse>
<mapping lowerBound="0"><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="C" mappedValue="1"/><mapEntry mapKey="B" mappedValue="-2"/></mapping></responseDeclaration>
<itemBody><p>Two of<br/>these.</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="0">
<simpleChoice identifier="A">One</simpleChoice><simpleChoice identifier="B">Two</simpleChoice><simpleChoice identifier="C">Three</simpleChoice></choiceInteraction></itemBody>
<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/></assessmentItem>`;
    const { question, said } = read(older);
    expect(question).toMatchObject({
      type: 'multiple-response',
      stem: 'Two of these.',
      score: 'each',
      options: [{ isKey: true }, { isKey: false }, { isKey: true }],
    });
    expect(said).toEqual([]);
  });

  it('has the texts of a paragraph with a gap', () => {
    const mapping =
      '<qti-mapping><qti-map-entry map-key="Grid Agency" mapped-value="1"/><qti-map-entry map-key="the agency" mapped-value="1"/><qti-map-entry map-key="agency" mapped-value="0.5"/></qti-mapping>';
    const gap = '<p>The <qti-text-entry-interaction response-identifier="RESPONSE"/> counts.</p>';
    const mapped = award('<qti-map-response identifier="RESPONSE"/>');
    const spelled = `<qti-string-match case-sensitive="false">${given}${valueOf('string', 'GA')}</qti-string-match>`;
    const { question, said } = read(
      itemOf(
        declare('single', 'string', ['Grid Agency'], mapping),
        gap,
        mapped + when(spelled, award(one)),
      ),
    );
    expect(question).toMatchObject({
      type: 'text-entry',
      stem: 'The … counts.',
      variants: ['Grid Agency', 'the agency', 'GA'],
    });
    expect(said).toEqual(['Some of its texts earn a part of the points; here they earn none.']);
  });

  it.each([
    ['absolute', '0.1 0.1', 0.1],
    ['relative', '10 10', 0.07],
    ['exact', '0 0', 0],
  ])('has a number within an %s tolerance', (mode, tolerance, expected) => {
    const rule = `<qti-response-condition><qti-response-if><qti-equal tolerance-mode="${mode}" tolerance="${tolerance}"><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-equal><qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition>`;
    const gap = '<p>How much? <qti-text-entry-interaction response-identifier="RESPONSE"/></p>';
    const { question } = read(itemOf(declare('single', 'float', ['0.7']), gap, rule));
    expect(question).toMatchObject({ type: 'numeric', value: 0.7, tolerance: expected });
  });

  it('has feedback inside its choices, by rules, and for every answer', () => {
    const inside = two.replace(
      'One<',
      'One<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="A" show-hide="show">Not one.</qti-feedback-inline><',
    );
    const rule =
      '<qti-response-condition><qti-response-if><qti-match><qti-variable identifier="RESPONSE"/><qti-base-value base-type="identifier">B</qti-base-value></qti-match><qti-set-outcome-value identifier="SAID"><qti-base-value base-type="identifier">said-2</qti-base-value></qti-set-outcome-value></qti-response-if></qti-response-condition>';
    const modal = (outcome: string, name: string, words: string, show = 'show') =>
      `<qti-modal-feedback outcome-identifier="${outcome}" identifier="${name}" show-hide="${show}"><qti-content-body><p>${words}</p></qti-content-body></qti-modal-feedback>`;
    const feedback =
      modal('SAID', 'said-2', 'Two it is.') +
      modal('SAID', 'general', 'There are two.', 'hide') +
      modal('OTHER', 'late', 'Too late.');
    const { question, said } = read(
      itemOf(
        declare('single', 'identifier', ['B']),
        choicesOf(inside),
        pointWhereCorrect + rule,
        feedback,
      ),
    );
    expect(question).toMatchObject({
      why: ['There are two.'],
      options: [
        { text: 'One', reply: 'Not one.' },
        { text: 'Two', reply: 'Two it is.' },
      ],
    });
    expect(said).toEqual(['Feedback that belongs to no one answer was left out: late.']);
  });

  it('has an order and a match', () => {
    const entries = two.replaceAll('qti-simple-choice', 'qti-simple-choice');
    const order = `<p>In order.</p><qti-order-interaction response-identifier="RESPONSE">${entries}</qti-order-interaction>`;
    expect(
      read(itemOf(declare('ordered', 'identifier', ['B', 'A']), order)).question,
    ).toMatchObject({
      type: 'order',
      score: 'all',
      options: [{ text: 'Two' }, { text: 'One' }],
    });
    const side = (...names: readonly string[]) =>
      `<qti-simple-match-set>${names.map((name) => `<qti-simple-associable-choice identifier="${name}" match-max="1">${name}!</qti-simple-associable-choice>`).join('')}</qti-simple-match-set>`;
    const match = `<qti-match-interaction response-identifier="RESPONSE"><qti-prompt>Match.</qti-prompt>${side('X', 'Y')}${side('U', 'V')}</qti-match-interaction>`;
    const declared = declare('multiple', 'directedPair', ['X V', 'Y U']);
    expect(read(itemOf(declared, match)).question).toMatchObject({
      type: 'match',
      pairs: [
        { left: 'X!', right: 'V!' },
        { left: 'Y!', right: 'U!' },
      ],
    });
  });
});

describe('what has no form here is named with its place and left out:', () => {
  const text = declare('single', 'string', ['x']);
  const choice = declare('single', 'identifier', ['A']);
  const multiple = declare('multiple', 'identifier', ['A', 'B']);
  it.each([
    [
      'an essay',
      itemOf(text, '<qti-extended-text-interaction response-identifier="RESPONSE"/>'),
      'nothing here is answered as its extendedTextInteraction is',
    ],
    ['several questions', itemOf(choice, choicesOf(two) + choicesOf(two)), 'has 2 interactions'],
    ['no question', itemOf('', '<p>Read on.</p>'), 'it asks nothing'],
    ['no declaration', itemOf('', choicesOf(two)), 'it declares no response'],
    [
      'no key',
      itemOf(declare('single', 'identifier', []), choicesOf(two)),
      'does not say which choice is right',
    ],
    [
      'hundreds of choices',
      itemOf(choice, choicesOf(Array.from({ length: 60 }, () => two).join(''))),
      'more than 100 choices',
    ],
    ['only keys', itemOf(multiple, choicesOf(two, 0)), 'every one of its choices is right'],
    [
      'numbers by chance',
      itemOf(choice, `<p><qti-printed-variable identifier="N"/></p>${choicesOf(two)}`),
      'drawn anew for each learner',
    ],
    [
      'a key by chance',
      itemOf(
        `${choice}<qti-template-processing><qti-set-correct-response identifier="RESPONSE">${valueOf('identifier', 'B')}</qti-set-correct-response></qti-template-processing>`,
        choicesOf(two),
      ),
      'drawn anew for each learner',
    ],
    [
      'a choice of pictures',
      itemOf(choice, choicesOf(two.replace('Two', '<img src="b.png" alt=""/>'))),
      'one of its choices has no words',
    ],
  ])('%s', (_what, xml, words) => {
    const reading = readQti3(zipSync({ 'a.xml': strToU8(xml), 'b.xml': strToU8(single) }));
    if (!reading.ok) throw new Error(reading.fault.message);
    expect(reading.questions.map(({ id }) => id)).toEqual(['item-01']);
    expect(reading.notes).toMatchObject([{ about: 'a.xml' }]);
    expect(reading.notes[0]?.message).toContain(words);
    expect(reading.notes[0]?.line).toBeGreaterThan(1);
    expect(readQti3(strToU8(xml))).toMatchObject({ ok: false, fault: { about: 'An item' } });
  });
});
