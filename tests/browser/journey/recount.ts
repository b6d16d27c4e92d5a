import { stormItems, type GivenAnswer } from '../storm.ts';
import type { Downloads, Row } from './downloads.ts';
import { allPoints, chosen, mostPoints, type Ledger, type Noted } from './ledger.ts';

/** Of which items the options are counted: those that have options to choose. */
export function labelsOf({ right, wrong }: { right: GivenAnswer; wrong: GivenAnswer }): string[] {
  return [right, wrong].flatMap((given) => (Array.isArray(given) ? (given as string[]) : []));
}

/** An option as files and pages call it: without the source before it. */
export function plainLabel(label: string): string {
  return label.replace(/^(Example Wire|After the storm) /, '');
}

const rounded = (value: number, decimals: number) => String(Number(value.toFixed(decimals)));

/** A comparison of a file with what was noted down: where, what stands there, what ought to. */
type Compared = readonly [where: string, found: unknown, expected: unknown];

/** Every place in which what was downloaded is otherwise than what was noted down; empty where all agrees. */
export function disagreements(files: Downloads, ledger: Ledger, isClosed: boolean): string[] {
  const compared: Compared[] = [
    ...compareGrades(files, ledger, isClosed),
    ...compareSheet(files, ledger),
    ...compareResponses(files, ledger),
    ...compareItems(files, ledger),
    ...compareCertainty(files, ledger),
    ['files that differ from the bundle’s', files.unlike.join(', '), ''],
  ];
  return compared
    .filter(([, found, expected]) => found !== expected)
    .map(([where, found, expected]) => `${where}: ${String(found)}, not ${String(expected)}`);
}

/** The attempt that counts by the rule “last”, which is the one of these learners. */
const counted = (ledger: Ledger, learner: string) => ledger.attempts(learner);

function compareGrades(files: Downloads, ledger: Ledger, isClosed: boolean): Compared[] {
  const byName = (name: string, column: string) =>
    new Map(files.rowsOf(name).map((row) => [row[column] ?? '', row]));
  const [book, sheets] = [
    byName('gradebook.csv', 'display_name'),
    byName('lms/sheets.csv', 'Display Name'),
  ];
  const nameOf = new Map([...book.values()].map((row) => [row['learner_id'], row['display_name']]));
  const rows = ledger.learners().flatMap((learner): Compared[] => {
    const no = counted(ledger, learner);
    const points = ledger.pointsOf(learner, no);
    const isWhole = ledger.isComplete(learner, no);
    const of = (column: string) => book.get(learner)?.[column];
    const status = isWhole ? 'submitted' : isClosed ? 'closed_incomplete' : 'in_progress';
    return [
      [`gradebook ${learner} status`, of('status'), status],
      [`gradebook ${learner} points`, of('points'), String(points)],
      [`gradebook ${learner} max_points`, of('max_points'), String(allPoints)],
      [`gradebook ${learner} percent`, of('percent'), rounded((100 * points) / allPoints, 2)],
      [`gradebook ${learner} attempts`, of('attempts_total'), String(no)],
      [`gradebook ${learner} n_answered`, of('n_answered'), String(ledger.of(learner, no).length)],
      [
        `gradebook ${learner} n_correct`,
        of('n_correct'),
        String(ledger.of(learner, no).filter(({ isRight }) => isRight).length),
      ],
      [`sheets ${learner}`, sheets.get(learner)?.['Score'], String(points)],
    ];
  });
  const attempts = files.rowsOf('attempts.csv').flatMap((row): Compared[] => {
    const learner = nameOf.get(row['learner_id']) ?? '';
    const no = Number(row['attempt_no']);
    const where = `attempts ${learner} ${no}`;
    return [
      [`${where} points`, row['points'], String(ledger.pointsOf(learner, no))],
      [`${where} counted`, row['counted'], no === counted(ledger, learner) ? 'TRUE' : 'FALSE'],
    ];
  });
  return [['learners', book.size, ledger.learners().length], ...rows, ...attempts];
}

function compareSheet({ sheet }: Downloads, ledger: Ledger): Compared[] {
  const [head = [], ...rows] = sheet;
  const of = (row: Downloads['sheet'][number], column: string) => row[head.indexOf(column)];
  const grades = rows.map((row): Compared => {
    const learner = String(of(row, 'display_name'));
    const points = ledger.pointsOf(learner, counted(ledger, learner));
    return [`workbook ${learner}`, of(row, 'points'), points];
  });
  return [['workbook learners', rows.length, ledger.learners().length], ...grades];
}

function compareResponses(files: Downloads, ledger: Ledger): Compared[] {
  const nameOf = new Map(
    files.rowsOf('gradebook.csv').map((row) => [row['learner_id'], row['display_name'] ?? '']),
  );
  const answered = files.rowsOf('responses.csv').filter(isAnswered);
  const lines = files.lines.filter((line) => line['response_status'] === 'answered');
  const noted = (learner: string, row: Readonly<Record<string, unknown>>) =>
    ledger
      .of(learner, Number(row['attempt_no']))
      .find(({ item }) => `storm/${item}` === row['item_id']);
  return [
    ['answered responses', answered.length, ledger.size],
    ['answered lines', lines.length, ledger.size],
    ...answered.flatMap((row): Compared[] => {
      const learner = nameOf.get(row['learner_id']) ?? '';
      return compareAnswer(`responses ${learner} ${row['item_id']}`, row, noted(learner, row));
    }),
    ...lines.map((line): Compared => {
      const answer = noted(String(line['display_name']), line);
      return [
        `results.jsonl ${String(line['response_id'])}`,
        line['points'],
        answer && earned(answer),
      ];
    }),
  ];
}

function isAnswered(row: Row): boolean {
  return row['response_status'] === 'answered';
}

const earned = ({ isRight, item }: Noted) => (isRight ? mostPoints(item) : 0);

function compareAnswer(where: string, row: Row, answer: Noted | undefined): Compared[] {
  if (!answer) return [[where, 'answered', 'nothing noted down']];
  const { certainty, given, isRight } = answer;
  const labels = Array.isArray(given) ? (given as string[]).map(plainLabel) : [];
  return [
    [`${where} points`, row['points'], String(earned(answer))],
    [`${where} correct`, row['correct'], isRight ? 'TRUE' : 'FALSE'],
    [`${where} certainty`, row['certainty'], certainty === null ? '' : String(certainty / 100)],
    ...labels.map((label): Compared => [
      `${where} label ${label}`,
      row['response_label']?.includes(label.replace(/[“”]/g, '').slice(0, 20)),
      true,
    ]),
  ];
}

function compareItems(files: Downloads, ledger: Ledger): Compared[] {
  const items = new Map(files.rowsOf('items.csv').map((row) => [row['item_id'], row]));
  const rows = stormItems.flatMap((item): Compared[] => {
    const whole = ledger.whole(item.id);
    const mean = whole.reduce((sum, each) => sum + earned(each), 0) / whole.length;
    const row = items.get(`storm/${item.id}`);
    const options = files
      .rowsOf('options.csv')
      .filter((option) => option['item_id'] === `storm/${item.id}`);
    return [
      [`items ${item.id} n`, row?.['n'], String(whole.length)],
      [`items ${item.id} facility`, row?.['facility'], rounded(mean / mostPoints(item.id), 4)],
      ...labelsOf(item).map((label): Compared => {
        const option = options.find((each) => each['option_label'] === plainLabel(label));
        return [`options ${item.id} ${label}`, option?.['n'], String(chosen(whole, label))];
      }),
    ];
  });
  const wholeLearners = ledger.learners().filter((learner) => ledger.isComplete(learner, 1));
  const sumOf = (row: Row) =>
    Object.entries(row).reduce(
      (sum, [column, cell]) => (column === 'learner_id' ? sum : sum + Number(cell)),
      0,
    );
  const matrix = files.rowsOf('matrix.csv').reduce((sum, row) => sum + sumOf(row), 0);
  const right = wholeLearners
    .flatMap((learner) => ledger.of(learner, 1))
    .filter(({ isRight }) => isRight);
  const [test] = files.rowsOf('test.csv');
  return [
    ...rows,
    ['test n', test?.['n'], String(wholeLearners.length)],
    ['matrix learners', files.rowsOf('matrix.csv').length, wholeLearners.length],
    ['matrix sum', matrix, right.length],
  ];
}

function compareCertainty(files: Downloads, ledger: Ledger): Compared[] {
  const rows = files.rowsOf('calibration.csv').filter((row) => row['scope'] === 'class');
  const sure = stormItems.flatMap(({ id }) => ledger.whole(id));
  return rows.flatMap((row): Compared[] => {
    const level = Number(row['certainty']) * 100;
    const at = sure.filter(({ certainty }) => certainty === Math.round(level));
    const right = at.filter(({ isRight }) => isRight).length;
    return [
      [`calibration ${level}`, row['n'], String(at.length)],
      [`calibration ${level} right`, row['n_correct'], String(right)],
    ];
  });
}
