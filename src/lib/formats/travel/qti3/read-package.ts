import { readXml, type XmlElement } from '../../xml-tree.ts';
import { readZip } from '../../unzip.ts';
import { decodeText } from '../decode-text.ts';
import { uniqueIds } from '../slug.ts';
import type { TravelNote, TravelReading } from '../travel-format.ts';
import { byOlderNames, evened, findNamed } from './qti-tree.ts';
import { isItem, readItem, type ItemReading } from './read-item.ts';

const manifestName = 'imsmanifest.xml';
/** Bytes that a file has at most: what is larger was made to do harm, or holds media. */
const most = { manifest: 8 * 2 ** 20, other: 2 ** 20 };

/** A package's file that was read, by its path. */
interface ReadFile {
  readonly path: string;
  readonly root: XmlElement;
}

/** Reads a package of QTI 3.0 (or 2), or the file of one item. */
export function readQti3(bytes: Uint8Array): TravelReading {
  return isZip(bytes) ? readPackage(bytes) : readSingle(bytes);
}

/** True for the beginning of a zip. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function readSingle(bytes: Uint8Array): TravelReading {
  const file = readFile(bytes, most.other);
  if (!file.ok) return refused(file.line, null, file.message);
  if (isItem(file.root)) return gathered(null, [readItem(file.root, null)], []);
  if (isFirstVersion(file.root)) return refused(file.root.line, null, firstVersion);
  const message = `This is no item of QTI: its outermost element is “${file.root.name}”. Give an item’s file, or a package as a zip.`;
  return refused(file.root.line, null, message);
}

function readPackage(bytes: Uint8Array): TravelReading {
  const zip = readZip(bytes);
  if (!zip.ok) return refused(null, zip.about, zip.message);
  const manifestPath = [...zip.files.keys()]
    .filter((path) => path.split('/').at(-1) === manifestName)
    .toSorted((one, other) => one.split('/').length - other.split('/').length)[0];
  const notes: TravelNote[] = [];
  const read = (path: string): ReadFile[] => {
    const content = zip.files.get(path);
    if (!content) {
      notes.push({ line: null, about: path, message: 'The package names it and holds it not.' });
      return [];
    }
    const file = readFile(content, path === manifestPath ? most.manifest : most.other);
    if (file.ok) return [{ path, root: file.root }];
    notes.push({ line: file.line, about: path, message: file.message });
    return [];
  };
  const files =
    manifestPath === undefined
      ? [...zip.files.keys()]
          .filter((path) => /\.xml$/i.test(path))
          .toSorted()
          .flatMap(read)
      : namedFiles(manifestPath, read);
  const items = files.filter(({ root }) => isItem(root));
  const first = files.find(({ root }) => isFirstVersion(root));
  if (items.length === 0 && first) return refused(first.root.line, first.path, firstVersion);
  if (items.length === 0 && notes.length === 0) {
    const message = 'The package holds no items of QTI. Export it as a package of QTI 3.0.';
    return refused(null, manifestPath ?? null, message);
  }
  const tests = files.filter(({ root }) => isTest(root));
  const ordered = inOrderOf(tests, items);
  const readings = ordered.map(({ path, root }) => readItem(root, path));
  return gathered(titleOf(tests[0]), readings, notes);
}

/** What a file of QTI 1 is refused with, which has another structure than QTI 2 and 3. */
const firstVersion = 'This is QTI 1, which is not read. Export the questions as QTI 2 or 3.0.';

function isFirstVersion({ name }: XmlElement): boolean {
  return name === 'questestinterop';
}

/** The files of the resources that are items or tests. */
function namedFiles(manifestPath: string, read: (path: string) => ReadFile[]): ReadFile[] {
  const [manifest] = read(manifestPath);
  const resources = findNamed(manifest?.root, 'resource').filter(({ attributes }) =>
    /^imsqti_(?:item|test|assessment|xmlv1)/.test(attributes.get('type') ?? ''),
  );
  const paths = resources.map(({ attributes, children }) => {
    const [file] = children.filter((child) => typeof child !== 'string' && child.name === 'file');
    const href =
      attributes.get('href') ??
      (file && typeof file !== 'string' ? file.attributes.get('href') : null);
    return pathFrom(manifestPath, href ?? '');
  });
  return [...new Set(paths)].filter(Boolean).flatMap(read);
}

/** The path in a package that a file of it names. */
function pathFrom(from: string, href: string): string {
  const [plain = ''] = href.split(/[?#]/);
  const parts = from.split('/').slice(0, -1);
  for (const part of decoded(plain).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return plain === '' ? '' : parts.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function isTest({ name }: XmlElement): boolean {
  return name === 'qti-assessment-test' || name === 'assessmentTest';
}

/** Items in the order in which tests ask them; those that no test asks come last. */
function inOrderOf(tests: readonly ReadFile[], items: readonly ReadFile[]): readonly ReadFile[] {
  const asked = tests.flatMap(({ path, root }) =>
    findNamed(byOlderNames(root), 'assessmentItemRef').map(({ attributes }) =>
      pathFrom(path, attributes.get('href') ?? ''),
    ),
  );
  const places = new Map(asked.map((path, index) => [path, index]));
  const place = ({ path }: ReadFile) => places.get(path) ?? asked.length;
  return items.toSorted((one, other) => place(one) - place(other));
}

function titleOf(test: ReadFile | undefined): string | null {
  return evened(test?.root.attributes.get('title') ?? '') || null;
}

function readFile(bytes: Uint8Array, mostBytes: number): ReturnType<typeof readXml> {
  if (bytes.length > mostBytes) {
    const message = `It is larger than ${mostBytes / 2 ** 20} MB. Take media out, or take it apart.`;
    return { ok: false, line: 1, message };
  }
  const text = decodeText(bytes);
  if (text !== null) return readXml(text);
  const message = 'Its signs are not written in UTF-8 or UTF-16. Save it as UTF-8.';
  return { ok: false, line: 1, message };
}

function gathered(
  title: string | null,
  readings: readonly ItemReading[],
  notes: readonly TravelNote[],
): TravelReading {
  const idFor = uniqueIds();
  const questions = readings.flatMap(({ question }) => question ?? []);
  const all = [...notes, ...readings.flatMap((reading) => reading.notes)];
  if (questions.length > 0) {
    const named = questions.map((question) => ({ ...question, id: idFor(question.id) }));
    return { ok: true, title, questions: named, notes: all };
  }
  const [first = { line: null, about: null, message: '' }] = all;
  const message = `It holds no question that can be taken over. ${first.message}`;
  return { ok: false, fault: { ...first, message } };
}

function refused(line: number | null, about: string | null, message: string): TravelReading {
  return { ok: false, fault: { line, about, message } };
}
