import type { LedClass, Seated } from './backstage.ts';
import type { TableRow } from './read-table.ts';

/** What forms are filled in with. */
export interface Posted {
  readonly own: LedClass;
  readonly other: LedClass;
  readonly learner: Seated;
  readonly outsider: Seated;
}

type Form = Readonly<Record<string, string>>;

const settings = { title: 'Changed', items: 'repairs' };
const correction = { kind: 'drop', reason: 'Two readings fit.' };

const takingBack = ({ own }: Posted) => ({ correction: own.rescoreId });

const list = () => ({ list: 'ID number,Email address\r\n0012,learner12@school.example\r\n' });

/** By route and action, what would be done if it were let through; nothing for the others. */
const forms: Readonly<Record<string, (posted: Posted, isForeign: boolean) => Form>> = {
  '/attempts/[attempt]/items/[item] ?/answer': () => ({ version: '1', choice: '1' }),
  '/attempts/[attempt]/items/[item] ?/report': () => ({ comment: 'This seems wrong.' }),
  '/embed/attempts/[attempt]/items/[item] ?/answer': () => ({ version: '1', choice: '1' }),
  '/embed/attempts/[attempt]/items/[item] ?/report': () => ({ comment: 'This seems wrong.' }),
  '/classes/[class] ?/start': ({ other, own }, isForeign) => ({
    assignment: (isForeign ? other : own).assignment.id,
    tz: '',
  }),
  '/classes/[class]/vote ?/answer': () => ({
    version: '1',
    choice: '1',
    item: 'repairs',
    round: '1',
  }),
  '/join/[code] ?/join': () => ({ name: 'Zqname new' }),
  '/join/[code] ?/rejoin': ({ learner }) => ({ rejoin: learner.learner.rejoinCode }),
  '/my-record ?/ask': () => ({ asked: 'yes' }),
  '/teach/recover ?': ({ own }) => ({ code: own.secrets.recovery }),
  '/teach/new ?/open': () => ({ ...settings, name: 'Zqclass new' }),
  '/teach/classes/[class]/assign ?/assign': () => settings,
  '/teach/classes/[class]/learners ?/rename': () => ({ name: 'Zqname changed' }),
  '/teach/classes/[class]/learners ?/allow': ({ own }) => ({
    assignment: own.assignment.id,
    more: 'attempt',
    [`had-${own.assignment.id}`]: '0',
  }),
  '/teach/classes/[class]/learners ?/add': () => ({ list: 'Zqname listed' }),
  '/teach/classes/[class]/settings ?/save': () => ({ name: 'Zqclass changed' }),
  '/teach/classes/[class]/settings ?/anonymise': () => ({ sure: 'yes' }),
  '/teach/classes/[class]/settings ?/delete': () => ({ sure: 'yes' }),
  '/teach/assignments/[assignment] ?/settings': () => settings,
  '/teach/assignments/[assignment]/items/[item] ?/previewCorrection': () => correction,
  '/teach/assignments/[assignment]/items/[item] ?/correct': () => correction,
  '/teach/assignments/[assignment]/items/[item] ?/previewTakingBack': takingBack,
  '/teach/assignments/[assignment]/items/[item] ?/takeBack': takingBack,
  '/teach/assignments/[assignment]/downloads/lms/[lms] ?': list,
  '/teach/assignments/[assignment]/downloads/lms/[lms]/filled POST': list,
};

/** What is posted to a row's action. */
export function formOf({ route, variant, what }: TableRow, posted: Posted): Form {
  return forms[`${route} ${what}`]?.(posted, variant === 'foreign') ?? {};
}

/** The query of a row's address, without its action; empty for most. */
export function queryOf({ route, variant }: TableRow, { learner, outsider }: Posted): string {
  if (route === '/teach/new' || route.endsWith('/assign')) return 'bank=storm';
  if (!route.endsWith('/learners')) return '';
  return `learner=${(variant === 'foreign' ? outsider : learner).learner.id}`;
}
