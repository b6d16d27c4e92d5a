import { describe, expect, it } from 'vitest';
import hostileNames from '../../../tests/fixtures/hostile-names.json' with { type: 'json' };
import { english } from '../messages/english.ts';
import { nameFault } from '../quiz/learner.ts';
import { readLearnerList, sayListFault } from './learner-list.ts';

function learnersOf(text: string) {
  const reading = readLearnerList(text);
  return reading.ok ? reading.learners : reading.faults;
}

function faultsOf(text: string) {
  const reading = readLearnerList(text);
  return reading.ok
    ? []
    : reading.faults.map(({ kind, line, other }) =>
        [kind, line, other].join(' ').replace(/ 0$/, ''),
      );
}

const nobody = { firstName: null, lastName: null, email: null, studentNumber: null };
const named = { ...nobody, displayName: 'Learner 01', firstName: 'Learner', lastName: '01' };
const full = { ...named, email: 'l1@example.org', studentNumber: '007' };

describe('readLearnerList', () => {
  it.each<[string, string, object[]]>([
    [
      'plain names',
      'Learner 01\r\n\n Learner 02 \n',
      [
        { ...nobody, displayName: 'Learner 01' },
        { ...nobody, displayName: 'Learner 02' },
      ],
    ],
    [
      'last names first',
      'Last, Learner 01',
      [{ ...nobody, displayName: 'Learner 01 Last', firstName: 'Learner 01', lastName: 'Last' }],
    ],
    ['a first name that is a header’s word', '01, Learner', [named]],
    [
      'a first name that a later row repeats',
      'Last, Learner\n01, Learner',
      [{ ...named, displayName: 'Learner Last', lastName: 'Last' }, named],
    ],
    [
      'a second column that is nobody’s',
      'Name,Group\nLearner 01,9b',
      [{ ...nobody, displayName: 'Learner 01' }],
    ],
    ['a byte order mark', '\uFEFFName\nLearner 01', [{ ...nobody, displayName: 'Learner 01' }]],
    [
      'tabs',
      'First name\tLast name\tStudent number\tE-mail\nLearner\t01\t007\tl1@example.org',
      [full],
    ],
    [
      'Moodle',
      '"First name","Last name","ID number","Institution","Email address"\nLearner,01,007,,l1@example.org',
      [full],
    ],
    [
      'Canvas',
      'Student,ID,SIS User ID,SIS Login ID,Section,"Essay; draft (1)"\n    Points Possible,,,,,10\n"01, Learner",5,007,x,9b,\n"Student, Test",6,,,9b,',
      [{ ...named, studentNumber: '007' }],
    ],
    ['German', 'Nachname;Vorname;E-Mail-Adresse;ID-Nummer\n01;Learner;l1@example.org;007', [full]],
    [
      'French',
      'Nom de famille;Prénom;Adresse de courriel;Numéro d’identification\n01;Learner;l1@example.org;007',
      [full],
    ],
    [
      'Spanish',
      'Nombre;Apellido(s);Dirección de correo;Número de ID\nLearner;01;l1@example.org;007',
      [full],
    ],
    [
      'a line break in a cell',
      'Name,Note\n"Learner 01","a\nb"',
      [{ ...nobody, displayName: 'Learner 01' }],
    ],
  ])('reads %s', (_name, text, learners) => {
    expect(learnersOf(text)).toEqual(learners);
  });

  it.each<[string, string, string[]]>([
    ['an empty list', ' \n\n', ['nobody 1']],
    ['a header alone', 'Name\n', ['nobody 1']],
    ['a doubled name', 'Learner 01\nLearner 02\nlearner 01', ['doubledName 3 1']],
    ['a doubled number', 'Name;Student number\nA;1\nB;1', ['doubledNumber 3 2']],
    ['a long name', `A\n${'x'.repeat(201)}`, ['tooLong 2']],
    ['a long address', `Name;Email\nA;${'x'.repeat(201)}`, ['tooLong 2']],
    ['a row without a name', 'Name;Email\nA;a@x\n;b@x', ['noName 3']],
    ['a table without a header', '\nLearner;01\nLearner;02', ['unknownHeader 2']],
    ['a header without names', 'ID number;Email\n1;a@x', ['unknownHeader 1']],
    ['an open quotation mark', 'Name,Email\nA,a@x\n"B,b@x\nC,c@x', ['unclosedQuote 3']],
    ['lines behind a line break in a cell', 'Name,Note\nA,"x\ny"\nA,z', ['doubledName 4 2']],
    [
      'several lines',
      `A\nA\n${'x'.repeat(300)}\nA`,
      ['doubledName 2 1', 'tooLong 3', 'doubledName 4 1'],
    ],
  ])('refuses all of a list with %s, each line by its number', (_name, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('says what to mend', () => {
    const reading = readLearnerList('A\na');
    const [fault] = reading.ok ? [] : reading.faults;
    expect(fault && sayListFault(fault, english.say)).toBe(
      'Line 2: “a” stands in line 1 too. Add something that tells the two apart, such as an initial.',
    );
  });

  it.each(['Learner 01\n\u0001\u0002', 'Name;ID number\nLearner 01;7\n\u200b;8'])(
    'names the line of somebody whose name nobody sees: %j',
    (text) => {
      expect(faultsOf(text)).toEqual([`noName ${text.split('\n').length}`]);
    },
  );

  it('names the lines of those whom the class has', () => {
    const text = 'Name;ID number\nLearner 01;7\nLearner 02;8\nLearner 03;9';
    const reading = readLearnerList(text, ({ displayName, studentNumber }) => {
      if (displayName.endsWith('02')) return 'name';
      return studentNumber === '9' ? 'number' : null;
    });
    expect(reading).toMatchObject({
      ok: false,
      faults: [
        { kind: 'takenName', line: 3, text: 'Learner 02' },
        { kind: 'takenNumber', line: 4, text: '9' },
      ],
    });
  });

  it('takes hostile names as they are written, and shows little of long ones', () => {
    const names = hostileNames
      .filter((name) => /^[^\s,;]{1,200}$/u.test(name) && nameFault(name) === null)
      .slice(0, 60);
    const once = names.filter((name, index) => {
      const folded = name.normalize('NFKC').toLowerCase();
      return names.findIndex((each) => each.normalize('NFKC').toLowerCase() === folded) === index;
    });
    const reading = readLearnerList(
      `Name\n${once.map((each) => `"${each.replaceAll('"', '""')}"`).join('\n')}`,
    );
    expect(reading.ok && reading.learners.map(({ displayName }) => displayName)).toEqual(once);
    const long = readLearnerList('x'.repeat(10_000));
    expect(long.ok || long.faults[0]?.text.length).toBe(61);
  });
});
