import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readQti3 } from '../../../src/lib/formats/travel/qti3/read-package.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const space = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

/** An item of QTI 3.0 with these parts. */
function itemOf(declarations: string, body: string, rules = '', feedback = '', id = 'Item 01') {
  return `${head}<qti-assessment-item xmlns="${space}" identifier="${id}" title="An item" time-dependent="false" xml:lang="de">
${declarations}
<qti-item-body>${body}</qti-item-body>
<qti-response-processing>${rules}</qti-response-processing>${feedback}</qti-assessment-item>`;
}

function declare(cardinality: string, baseType: string, values: readonly string[], mapping = '') {
  const correct = values.map((value) => `<qti-value>${value}</qti-value>`).join('');
  return `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}">
<qti-correct-response>${correct}</qti-correct-response>${mapping}</qti-response-declaration>`;
}

const choicesOf = (inner: string, most = 1) =>
  `<qti-choice-interaction response-identifier="RESPONSE" max-choices="${most}"><qti-prompt>Which?</qti-prompt>${inner}</qti-choice-interaction>`;
const two =
  '<qti-simple-choice identifier="A">One</qti-simple-choice><qti-simple-choice identifier="B">Two</qti-simple-choice>';
const single = itemOf(declare('single', 'identifier', ['B']), choicesOf(two));

function read(xml: string) {
  const reading = readQti3(strToU8(xml));
  if (!reading.ok) throw new Error(reading.fault.message);
  const [question] = reading.questions;
  return { ...reading, question, said: reading.notes.map(({ message }) => message) };
}

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
    const { question, said } = read(
      itemOf(declare('single', 'string', ['Grid Agency'], mapping), gap),
    );
    expect(question).toMatchObject({
      type: 'text-entry',
      stem: 'The … counts.',
      variants: ['Grid Agency', 'the agency'],
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
      itemOf(declare('single', 'identifier', ['B']), choicesOf(inside), rule, feedback),
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

describe('a package', () => {
  const manifest = (...hrefs: readonly string[]) =>
    strToU8(
      `${head}<manifest identifier="m"><resources>${hrefs
        .map((href) => `<resource identifier="r" type="imsqti_item_xmlv3p0" href="${href}"/>`)
        .join('')}</resources></manifest>`,
    );
  const readZipped = (files: Readonly<Record<string, Uint8Array>>) => readQti3(zipSync(files));

  it('is read in a folder of its own, and names what it lacks', () => {
    const reading = readZipped({
      'mine/imsmanifest.xml': manifest('items/a%20b.xml', 'items/gone.xml'),
      'mine/items/a b.xml': strToU8(single),
      'mine/items/unnamed.xml': strToU8(single),
    });
    expect(reading).toMatchObject({
      ok: true,
      questions: [{ id: 'item-01' }],
      notes: [{ about: 'mine/items/gone.xml' }],
    });
  });

  it('is read without a manifest, and gives each question an id of its own', () => {
    const reading = readZipped({ 'a.xml': strToU8(single), 'b.xml': strToU8(single) });
    expect(reading).toMatchObject({ questions: [{ id: 'item-01' }, { id: 'item-01-2' }] });
  });

  it('reads on where one of its files can’t be read', () => {
    const broken = strToU8('<a><b></a>');
    const doctype = strToU8(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${single}`);
    const reading = readZipped({
      'a.xml': broken,
      'b.xml': doctype,
      'c.xml': new Uint8Array([0x3c, 0xff, 0xff]),
      'd.xml': strToU8(single),
    });
    expect(reading).toMatchObject({
      questions: [{ id: 'item-01' }],
      notes: [{ about: 'a.xml' }, { about: 'b.xml' }, { about: 'c.xml' }],
    });
    expect(reading.ok && reading.notes[1]?.message).toContain('external entity “x”');
  });

  it.each([
    ['with a manifest', true],
    ['without one', false],
  ])('of QTI 1, %s, is refused for what it is', (_what, isListed) => {
    const older = strToU8('<questestinterop><assessment ident="a"/></questestinterop>');
    const listed = '<resource identifier="r" type="imsqti_xmlv1p2"><file href="a.xml"/></resource>';
    const manifest = strToU8(`<manifest><resources>${listed}</resources></manifest>`);
    const files = { 'a.xml': older, ...(isListed && { 'imsmanifest.xml': manifest }) };
    expect(readZipped(files)).toMatchObject({
      ok: false,
      fault: { about: 'a.xml', message: expect.stringContaining('This is QTI 1') as string },
    });
  });

  it.each([
    ['a path that climbs', { '../up.xml': strToU8(single) }, '../up.xml'],
    ['a bomb', { 'a.xml': strToU8(single), 'bomb.xml': new Uint8Array(40 * 2 ** 20) }, 'bomb.xml'],
  ])('is refused for %s', (_what, files, about) => {
    expect(readZipped(files)).toMatchObject({ ok: false, fault: { about } });
  });

  it.each([
    ['nothing', {}],
    ['no item', { 'a.txt': strToU8('x') }],
    ['a manifest alone', { 'imsmanifest.xml': manifest() }],
  ])('is refused with %s in it', (_what, files) => {
    const reading = readZipped(files);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.fault.message).toMatch(/\.$/);
  });

  it('is refused at once where it is a hundred times as large as any item', () => {
    const large = strToU8(single.replace('One', 'One '.repeat(25 * 2 ** 20)));
    const tooLarge = expect.stringContaining('larger than 1 MB') as string;
    expect(readQti3(large)).toMatchObject({ ok: false, fault: { message: tooLarge } });
    const files = { 'a.xml': large.slice(0, 1_100_000), 'b.xml': strToU8(single) };
    expect(readQti3(zipSync(files, { level: 0 }))).toMatchObject({
      questions: [{ id: 'item-01' }],
      notes: [{ about: 'a.xml', message: tooLarge }],
    });
  });

  it('is refused where it is another kind of file', () => {
    for (const text of ['', 'Question 1', '{"a":1}', `${head}<quiz/>`]) {
      expect(readQti3(strToU8(text)).ok).toBe(false);
    }
  });
});
