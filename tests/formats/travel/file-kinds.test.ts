import { describe, expect, it } from 'vitest';
import { readTravelFile } from '../../../src/lib/formats/travel/read-travel-file.ts';

const answers =
  '<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer>';
const quiz = `<?xml version="1.0"?><quiz><question type="truefalse"><name><text>Größe</text></name><questiontext format="html"><text>Größe 中文 👩‍👩‍👧?</text></questiontext>${answers}</question></quiz>`;
const choices = ['A', 'B']
  .map((id) => `<qti-simple-choice identifier="${id}">${id}!</qti-simple-choice>`)
  .join('');
const item = `<?xml version="1.0"?><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="x"><qti-response-declaration identifier="R" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>Größe 中文 👩‍👩‍👧?</p><qti-choice-interaction response-identifier="R">${choices}</qti-choice-interaction></qti-item-body></qti-assessment-item>`;
const older = '<questestinterop><assessment/></questestinterop>';

const little = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const big = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

/** Ways to write a text down, with a mark of their byte order and, for XML, without. */
const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => new TextEncoder().encode(text)],
  ['UTF-8 with a mark', (text) => new TextEncoder().encode(`\uFEFF${text}`)],
  ['UTF-16 LE with a mark', (text) => little(`\uFEFF${text}`)],
  ['UTF-16 BE with a mark', (text) => big(`\uFEFF${text}`)],
];
const unmarked = [
  ['UTF-16 LE without', little],
  ['UTF-16 BE without', big],
] as const;

describe('a file is known by how it begins', () => {
  it.each(encodings)('GIFT in %s', (_name, encode) => {
    const reading = readTravelFile(encode('Größe 中文 👩‍👩‍👧? {=yes ~no}'), null);
    expect(reading).toMatchObject({ ok: true, questions: [{ stem: 'Größe 中文 👩‍👩‍👧?' }] });
  });

  it.each([...encodings, ...unmarked])('Moodle XML and QTI in %s', (_name, encode) => {
    for (const text of [quiz, item]) {
      const reading = readTravelFile(encode(text), null);
      expect(reading).toMatchObject({ ok: true, questions: [{ stem: 'Größe 中文 👩‍👩‍👧?' }] });
    }
  });

  it('refuses signs of another alphabet than Unicode, with the mend', () => {
    const latin = new Uint8Array(Buffer.from(quiz, 'latin1'));
    const reading = readTravelFile(latin, null);
    expect(reading.ok ? '' : reading.fault.message).toBe(
      'It is no text in UTF-8 or UTF-16. Save or export it as UTF-8.',
    );
  });

  it('says of QTI 1 what to export instead', () => {
    const reading = readTravelFile(new TextEncoder().encode(older), null);
    expect(reading.ok ? '' : reading.fault.message).toContain('QTI 1');
  });
});
