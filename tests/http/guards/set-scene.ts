import { shownCode } from '../../../src/lib/quiz/join-code.ts';
import type { InstructorId } from '../../../src/lib/quiz/ids.ts';
import { fixtureSecrets } from '../../key-secrecy/secrets.ts';
import { stormContent } from '../../browser/storm.ts';
import {
  finishAlone,
  openLedClass,
  seatLearner,
  type Backstage,
  type LedClass,
  type Seated,
} from './backstage.ts';
import type { Secret } from './check-row.ts';
import { formOf, queryOf, type Posted } from './forms.ts';
import type { TableRow } from './read-table.ts';
import type { SetScene } from './walk.ts';

/** A class with two learners and a third who leads another, that other class with a learner, and their leaders. */
export async function setScene(backstage: Backstage): Promise<SetScene> {
  const [own, other] = [
    await openLedClass(backstage, 'Zqownclass'),
    await openLedClass(backstage, 'Zqotherclass'),
  ];
  const learner = await seatLearner(backstage, own, 'Zqname Ayn');
  const classmate = await seatLearner(backstage, own, 'Zqname Bet');
  const both = await seatLearner(backstage, own, 'Zqname Gim');
  const outsider = await seatLearner(backstage, other, 'Zqname Dal');
  const alone = await finishAlone(backstage, learner.owner);
  const leads = (led: LedClass) => `verbatim-teach=${led.instructor.secret}`;
  const sits = (seated: Seated) => `verbatim=${seated.secret}`;
  const posted: Posted = { own, other, learner, outsider };
  return {
    cookies: {
      nobody: '',
      learner: sits(learner),
      classmate: sits(classmate),
      outsider: sits(outsider),
      teacher: leads(own),
      stranger: leads(other),
      both: `${sits(both)}; ${leads(other)}`,
    },
    pathOf: (row) => {
      const filled = fill(row, posted, row.variant === 'alone' ? alone : learner.attempt);
      const query = queryOf(row, posted);
      return query ? `${filled}?${query}` : filled;
    },
    formOf: (row) => formOf(row, posted),
    secrets: await secretsOf(own, { learner, classmate, both }),
    snapshot: () => readAll(backstage, [own, other], alone),
  };
}

function fill({ route, variant }: TableRow, posted: Posted, attempt: string): string {
  const { learner, outsider, own } = posted;
  const isForeign = variant === 'foreign';
  const parts: Readonly<Record<string, string>> = {
    assignment: own.assignment.id,
    attempt,
    file: 'gradebook.csv',
    bank: 'storm',
    class: own.classroom.id,
    code: own.classroom.code,
    kind: 'web',
    item: variant === 'answered' || variant === 'alone' ? 'repairs' : 'wire-states',
    learner: isForeign ? outsider.learner.id : learner.learner.id,
    lms: 'moodle',
    secret: variant === 'wrong' ? 'x'.repeat(43) : own.secrets.link,
    slug: 'night',
    source: 'wire',
    ticket: 'x'.repeat(43),
  };
  return route.replace(/\[(\w+)\]/g, (_whole, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${route} has a part that no scene knows: ${name}`);
    return part;
  });
}

/** Who may read what: names and rejoin codes those whose they are and the teacher, keys nobody again. */
async function secretsOf(
  { classroom, instructor, secrets }: LedClass,
  seated: Readonly<Record<'learner' | 'classmate' | 'both', Seated>>,
): Promise<Secret[]> {
  const members = ['learner', 'classmate', 'both', 'teacher'] as const;
  const canaries = (await fixtureSecrets(stormContent)).flatMap((item) =>
    item.secrets.filter((secret) => secret.startsWith('zq')),
  );
  const everybody = ['nobody', 'outsider', 'stranger', ...members] as const;
  const told = (texts: readonly string[], knownTo: Secret['knownTo'], key?: string): Secret[] =>
    texts.map((text) => ({ text, knownTo, key: key ?? text }));
  return [
    ...told([classroom.name, ...writtenCodes(classroom.code)], members, classroom.code),
    ...Object.entries(seated).flatMap(([caller, { learner }]) => {
      const own = [learner.displayName, ...writtenCodes(learner.rejoinCode)];
      return told(own, ['teacher', caller as keyof typeof seated], learner.rejoinCode);
    }),
    ...told([secrets.link], [], secrets.link),
    ...told(writtenCodes(secrets.recovery), [], secrets.recovery),
    ...told([instructor.secret], ['teacher']),
    // What a page that was granted may show of a key is for tests/key-secrecy to say.
    ...told(canaries, everybody),
  ];
}

/** A code as it is stored, and in threes as it is shown. */
function writtenCodes(code: string): string[] {
  return [code, shownCode(code)];
}

async function readAll(
  { context }: Backstage,
  classes: readonly LedClass[],
  alone: Awaited<ReturnType<typeof finishAlone>>,
): Promise<string> {
  const { classes: kept } = context.store;
  const all = classes.map(async ({ assignment, classroom, instructor }) => {
    const attempts = await kept.listClassAttempts(assignment.id);
    return [
      await kept.findClass(classroom.id, instructor.owner as string as InstructorId),
      await kept.listLearners(classroom.id),
      await kept.listAssignments(classroom.id),
      await kept.listAllowances(assignment.id),
      await kept.listRescores(assignment.id),
      await kept.listVotes(assignment.id, assignment.itemIds[0] ?? ('' as never)),
      await kept.listClassReports(classroom.id),
      attempts,
      await kept.listAnswersOf([alone, ...attempts.map(({ attempt }) => attempt.id)]),
      await kept.pulse(classroom.id),
    ];
  });
  const reports = await context.store.listReports();
  const rooms = await kept.pageClasses(null, 10_000);
  return JSON.stringify([await Promise.all(all), reports, rooms], null, 1);
}
