import type { BankFormat } from '../../quiz/course-kind.ts';
import { decodeText } from './decode-text.ts';
import { readGift } from './gift/read-gift.ts';
import { readMoodleXml } from './moodle-xml/read-moodle-xml.ts';
import { readQti3 } from './qti3/read-package.ts';
import type { TravelReading } from './travel-format.ts';

/** Bytes that a file may have: what is larger is not read at all. */
export const largestTravelFile = 20 * 2 ** 20;

type Reader = (bytes: Uint8Array) => TravelReading;

const readers: Readonly<Record<BankFormat, Reader>> = {
  gift: (bytes) => readText(bytes, readGift),
  'moodle-xml': (bytes) => readText(bytes, readMoodleXml),
  qti3: readQti3,
};

/** Reads a file of questions in this format, or in the one that it begins like. */
export function readTravelFile(bytes: Uint8Array, format: BankFormat | null): TravelReading {
  if (bytes.length > largestTravelFile) {
    return refused(
      `It is larger than ${largestTravelFile / 2 ** 20} MB. Export fewer questions at once, or without their media.`,
    );
  }
  if (format === null && isJson(bytes)) {
    return refused(
      'It is JSON, and questions come in GIFT, Moodle XML or QTI. If it is GIFT all the same, say --format gift.',
    );
  }
  return readers[format ?? formatOf(bytes)](bytes);
}

/** What begins like JSON and is: a file named by mistake, which would pass for a question of GIFT. */
function isJson(bytes: Uint8Array): boolean {
  const text = decodeText(bytes);
  if (text === null || !/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A zip is QTI, XML whose outermost element is `quiz` Moodle’s, other XML QTI, and the rest GIFT. */
function formatOf(bytes: Uint8Array): BankFormat {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'qti3';
  const start = decodeText(bytes)?.slice(0, 65_536) ?? '';
  if (!/^\s*</.test(start)) return 'gift';
  return /<quiz[\s>]/.test(start) || !/imsglobal|assessment-?item|questestinterop/i.test(start)
    ? 'moodle-xml'
    : 'qti3';
}

function readText(bytes: Uint8Array, read: (text: string) => TravelReading): TravelReading {
  const text = decodeText(bytes);
  return text === null
    ? refused('It is no text in UTF-8 or UTF-16. Save or export it as UTF-8.')
    : read(text);
}

function refused(message: string): TravelReading {
  return { ok: false, fault: { line: null, about: null, message } };
}
