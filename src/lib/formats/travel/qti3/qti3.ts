import type { Say } from '../../../messages/say.ts';
import { startZip } from '../../zip.ts';
import type { TravelBank } from '../question.ts';
import type { Carriage, TravelFormat } from '../travel-format.ts';
import { writeItem } from './write-item.ts';
import { testPath, writeManifest } from './write-manifest.ts';
import { itemPath, writeTest } from './write-test.ts';

const lossless: Carriage = { how: 'lossless' };

/** Question & Test Interoperability 3.0 of 1EdTech: a package of a test and its items. */
export const qti3: TravelFormat = {
  name: 'qti3',
  title: 'QTI 3.0',
  ending: '.zip',
  mediaType: 'application/zip',
  carries: {
    'single-choice': lossless,
    'multiple-response': lossless,
    verdict: lossless,
    numeric: {
      how: 'degraded',
      losses: [
        {
          what: 'loss.qtiNumber',
          touches: () => true,
        },
      ],
    },
    'text-entry': {
      how: 'degraded',
      losses: [
        {
          what: 'loss.text',
          touches: () => true,
        },
      ],
    },
    order: lossless,
    match: lossless,
    'evidence-select': lossless,
    'verdict-with-evidence': lossless,
  },
  losses: [
    {
      what: 'loss.tags',
      touches: ({ tags }) => tags.length > 0,
    },
  ],
  refuses: () => null,
  write: writePackage,
};

function writePackage(bank: TravelBank, say: Say): Uint8Array<ArrayBuffer> {
  const files: readonly (readonly [path: string, text: string])[] = [
    ['imsmanifest.xml', writeManifest(bank)],
    [testPath, writeTest(bank)],
    ...bank.questions.map((question) => [itemPath(question), writeItem(question, say)] as const),
  ];
  const chunks: Uint8Array[] = [];
  const zip = startZip((bytes) => chunks.push(bytes));
  for (const [path, text] of files) {
    const entry = zip.open(path);
    entry.push(text);
    entry.end();
  }
  zip.end();
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
