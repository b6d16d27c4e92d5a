import type { BankFormat } from '../../quiz/course-kind.ts';
import { gift } from './gift/gift.ts';
import { moodleXml } from './moodle-xml/moodle-xml.ts';
import { qti3 } from './qti3/qti3.ts';
import type { TravelFormat } from './travel-format.ts';

/** Every format in which banks leave; one that is missing here is a compile error that names it. */
export const travelFormats = {
  'moodle-xml': moodleXml,
  gift,
  qti3,
} satisfies Readonly<Record<BankFormat, TravelFormat>>;

/** The format of this name; null where there is none. */
export function findTravelFormat(name: string): TravelFormat | null {
  return Object.values(travelFormats).find((format) => format.name === name) ?? null;
}
