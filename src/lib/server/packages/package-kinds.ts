import { travelFormats } from '../../formats/travel/travel-formats.ts';
import { bankFile } from './bank-file.ts';
import type { Course } from './course.ts';
import { cmi5Package } from './cmi5-package.ts';
import { playerPackage } from './player-package.ts';

/** A kind of file in which a bank is taken away. */
export interface PackageKindRules {
  /** Of its file's name, with the dot. */
  readonly ending: string;
  readonly mediaType: string;
  /** True where it names the bank by an address of its site. */
  readonly needsOrigin?: boolean;
  /** The same bytes for the same course; null where it needs a build, and there is none. */
  readonly make: (course: Course) => Promise<Uint8Array<ArrayBuffer> | null>;
}

const zip = { ending: '.zip', mediaType: 'application/zip' } as const;

/** Every kind, by the name that addresses and the command line call it. */
export const packageKinds: Readonly<Record<string, PackageKindRules>> = {
  web: { ...zip, make: (course) => playerPackage(course, 'web') },
  'scorm-1.2': { ...zip, make: (course) => playerPackage(course, 'scorm-1.2') },
  'scorm-2004': { ...zip, make: (course) => playerPackage(course, 'scorm-2004') },
  cmi5: { ...zip, needsOrigin: true, make: cmi5Package },
  ...Object.fromEntries(
    Object.values(travelFormats).map((format) => [format.name, bankFile(format)] as const),
  ),
};
