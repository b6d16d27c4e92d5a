import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { courseStructure, type Cmi5Course } from '../../src/lib/formats/cmi5/course-structure.ts';

const schema = join(
  process.env['SCHEMAS_DIR'] ?? '../shared/schemas',
  'cmi5',
  'CourseStructure.xsd',
);

const course: Cmi5Course = {
  courseId: 'https://quiz.example/banks/storm',
  title: 'The storm',
  description: 'Two reports of one night.',
  language: 'en',
  passPercent: null,
  page: 'index.html',
};

const cases: readonly (readonly [string, Partial<Cmi5Course>])[] = [
  ['without a mark', {}],
  ['with one', { passPercent: 80 }],
  ['with the least and', { passPercent: 1 }],
  ['with the highest', { passPercent: 100 }],
  ['with an odd one', { passPercent: 57 }],
  ['with signs of XML', { title: 'A < B & "C" > \u0007', description: ']]> <!--' }],
  ['with an address that has a query', { courseId: 'https://quiz.example/?a=1&b=2' }],
  ['without any text', { title: '', description: '' }],
  ['in another language', { language: 'zh-Hant-TW', title: '風暴' }],
];

const faultsOf = async (xml: string) => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'cmi5.xml', contents: xml }],
    schema: [readFileSync(schema, 'utf8')],
  });
  return errors.map(({ message }) => message);
};

if (existsSync(schema)) {
  describe('cmi5.xml, by its schema,', () => {
    it.each(cases)('is valid %s', async (_how, part) => {
      expect(await faultsOf(courseStructure({ ...course, ...part }))).toEqual([]);
    });

    it('would be refused with a mark beyond 1', async () => {
      expect(await faultsOf(courseStructure({ ...course, passPercent: 700 }))).not.toEqual([]);
    });
  });
}

describe('cmi5.xml', () => {
  it('says what the LMS needs to know', () => {
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    const read = (part: Partial<Cmi5Course>) =>
      parser.parse(courseStructure({ ...course, ...part })) as {
        courseStructure: { course: { id: string }; au: Record<string, unknown> };
      };
    const { courseStructure: plain } = read({});
    expect(plain.course.id).toBe(course.courseId);
    expect(plain.au).toMatchObject({
      id: `${course.courseId}/quiz`,
      moveOn: 'Completed',
      launchMethod: 'AnyWindow',
      url: 'index.html',
      title: { langstring: { '#text': 'The storm', lang: 'en' } },
    });
    expect(plain.au).not.toHaveProperty('masteryScore');
    const { au } = read({ passPercent: 57 }).courseStructure;
    expect(au).toMatchObject({ masteryScore: '0.57', moveOn: 'CompletedAndPassed' });
  });
});

if (!existsSync(schema)) process.stdout.write('skipped: no schemas\n');
