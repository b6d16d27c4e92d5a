import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { excelProfile, standardProfile } from '../../lib/formats/csv-profile.ts';
import { english } from '../../lib/messages/english.ts';
import { isAssignmentId } from '../../lib/quiz/ids.ts';
import type { Classroom } from '../../lib/quiz/classroom.ts';
import { joinAssignment, type LedAssignment } from '../../lib/server/classes/led-class.ts';
import { makeLibrary, type Library } from '../../lib/server/content/library.ts';
import { contentFolders, loadCollection } from '../../lib/server/content/load-collection.ts';
import type { ExportJob } from '../../lib/server/exports/export-job.ts';
import { bundleName } from '../../lib/server/exports/file-name.ts';
import { exportedAssignment } from '../../lib/server/exports/prepare-export.ts';
import { isSelfStudy, selfStudyOf, selfStudyStore } from '../../lib/server/exports/self-study.ts';
import { randomText } from '../../lib/server/random-text.ts';
import { openSnapshot } from '../../lib/server/storage/open.ts';
import { describePlace } from '../../lib/server/storage/place.ts';
import type { Store } from '../../lib/server/storage/store.ts';
import type { Command } from '../command.ts';
import { announcedStandingPlace } from './announced-place.ts';
import { everyClass } from './find-classes.ts';
import { printProgress } from './print-progress.ts';
import { writeFolder } from './write-folder.ts';

interface Given {
  readonly class: string | undefined;
  readonly assignment: string | undefined;
  readonly all: boolean;
  readonly profile: string;
  readonly anonymous: boolean;
  readonly to: string;
}

/** `data export`: results as files, a folder an assignment; with `--all` one for each bank tried outside classes. */
export const exportResults: Command = {
  summary:
    '--all | --class ID | --assignment ID  [--profile standard|excel] [--anonymous] --to FOLDER  writes results as files; --all also those of self-study',
  async run(args) {
    const given = readArguments(args);
    const folder = resolve(given.to);
    const library = makeLibrary(await loadCollection(contentFolders(process.env)));
    const place = announcedStandingPlace();
    const store = await openSnapshot(place);
    const nowMs = Date.now();
    const written = { assignments: 0, banks: 0 };
    try {
      for await (const { from, led } of chosen(store, library, given)) {
        const exported = exportedAssignment({ say: english.say }, led);
        const style = styleOf(given, led.classroom);
        const job = { ...exported, file: 'bundle' as const, style, nowMs };
        const path = pathOf(folder, job);
        await writeFolder(from, job, path, printProgress(path));
        written[isSelfStudy(led.classroom) ? 'banks' : 'assignments'] += 1;
      }
    } finally {
      await store.close();
    }
    if (written.assignments + written.banks === 0)
      throw new Error(`${describePlace(place)} holds no such class or assignment.`);
    console.log(summaryOf(written, folder, given));
    return 0;
  },
};

function summaryOf(
  { assignments, banks }: { readonly assignments: number; readonly banks: number },
  folder: string,
  { all, anonymous }: Given,
): string {
  const number = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
  const what = all ? `, and of self-study at ${number(banks, 'bank')},` : '';
  const warning = anonymous ? '' : ' It holds personal data: keep it safe.';
  const those = `${number(assignments, 'assignment')}${what}`;
  return `Results of ${those} are in ${folder}.${warning}`;
}

function readArguments(args: readonly string[]): Given {
  const { values } = parseArgs({
    args: [...args],
    options: {
      class: { type: 'string' },
      assignment: { type: 'string' },
      all: { type: 'boolean', default: false },
      profile: { type: 'string', default: 'standard' },
      anonymous: { type: 'boolean', default: false },
      to: { type: 'string', default: '' },
    },
  });
  const { class: classId, assignment, all, profile, to } = values;
  if ([classId, assignment, all || undefined].filter((each) => each !== undefined).length !== 1) {
    throw new Error('Say what to export: --all, --class cls_…, or --assignment asg_….');
  }
  if (to === '') throw new Error('Say where to: --to FOLDER.');
  if (profile !== 'standard' && profile !== 'excel') {
    throw new Error(`There is no profile “${profile}”: write standard or excel.`);
  }
  return { ...values, class: classId, assignment };
}

/** Excel in the way of this machine's own locale. */
function styleOf({ profile, anonymous }: Given, { timeZone }: Classroom): ExportJob['style'] {
  const { locale } = new Intl.NumberFormat().resolvedOptions();
  return {
    profile: profile === 'excel' ? excelProfile(locale, timeZone) : standardProfile,
    withItems: true,
    anonymousBy: anonymous ? randomText(32) : null,
  };
}

/** A folder of the job's name; a part of its id tells assignments of the same name apart. */
function pathOf(folder: string, job: ExportJob): string {
  const parts = [bundleName(job), job.assignment.id.slice(4, 10)];
  return join(folder, parts.filter((part) => part !== '').join('_'));
}

interface Chosen {
  /** What it is read from. */
  readonly from: Store;
  readonly led: LedAssignment;
}

async function* chosen(store: Store, library: Library, given: Given): AsyncGenerator<Chosen> {
  const { classes, selfStudy } = store;
  const { assignment: id = '' } = given;
  const wanted = isAssignmentId(id) ? await classes.findAssignment(id) : null;
  for await (const classroom of everyClass(store)) {
    if (given.class !== undefined && classroom.id !== given.class) continue;
    if (given.assignment !== undefined && classroom.id !== wanted?.classId) continue;
    for (const assignment of (await classes.listAssignments(classroom.id)).toReversed()) {
      if (wanted && assignment.id !== wanted.id) continue;
      yield { from: store, led: joinAssignment({ library }, classroom, assignment) };
    }
  }
  for (const bankId of given.all ? await selfStudy.listBanks() : []) {
    yield { from: selfStudyStore(store, bankId), led: selfStudyOf(library, bankId) };
  }
}
