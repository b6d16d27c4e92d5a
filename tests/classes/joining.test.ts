import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Classroom } from '../../src/lib/quiz/classroom.ts';
import type { OwnerId } from '../../src/lib/quiz/ids.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from '../attempts/sitting-room.ts';
import { instructor, makeClass, makeListed } from './make-class.ts';

let room: SittingRoom;
let classroom: Classroom;

beforeEach(async () => {
  room = await openSittingRoom({ classLimit: 3 });
  ({ classroom } = await makeClass(room.context));
});
afterEach(() => room.store.close());

const joinerOf = (owner: OwnerId) => ({
  owner,
  guesser: { browser: owner, address: '192.0.2.1' },
});
const join = (name: string, owner = makeOwner(), code = classroom.code, field = 'name') =>
  room.app.seats.joinClass(code, joinerOf(owner), new Map([[field, [name]]]));
const rejoin = (rejoinCode: string, owner = makeOwner()) =>
  room.app.seats.rejoinClass(classroom.code, joinerOf(owner), new Map([['rejoin', [rejoinCode]]]));
const names = async () =>
  (await room.store.classes.listLearners(classroom.id)).map(({ displayName }) => displayName);
const joined = () => ({ kind: 'joined', classId: classroom.id });
const refused = (message: RegExp) => ({
  kind: 'refused',
  message: expect.stringMatching(message) as string,
});

describe('the code', () => {
  it.each([
    (code: string) => code.toLowerCase(),
    (code: string) => ` ${code.slice(0, 3)} ${code.slice(3, 6)}-${code.slice(6)} `,
    (code: string) => `https://quiz.example/join/${code.toLowerCase()}?from=board`,
  ])('is taken however it is typed (%#)', async (typed) => {
    expect(await join('Learner 01', makeOwner(), typed(classroom.code))).toEqual(joined());
  });

  it('of no class opens nothing', async () => {
    expect(await join('Learner 01', makeOwner(), 'BCDFGHJKM')).toEqual({ kind: 'unknown' });
    expect(await join('Learner 01', makeOwner(), 'no code')).toEqual({ kind: 'unknown' });
  });

  it('of a class past its end says so', async () => {
    room.clock.now = classroom.endsAt;
    expect(await join('Learner 01')).toEqual({ kind: 'ended' });
    expect(await names()).toEqual([]);
  });

  it('can’t be guessed on by one browser, whose neighbours still join', async () => {
    const guesser = makeOwner();
    for (let count = 0; count < 20; count += 1) {
      expect(await join('Learner 01', guesser, 'BCDFGHJKM')).toEqual({ kind: 'unknown' });
    }
    expect(await join('Learner 01', guesser)).toMatchObject({ kind: 'wait' });
    expect(await join('Learner 02')).toEqual(joined());
  });
});

describe('a name', () => {
  it.each([
    '=cmd|x',
    '+1',
    'a\tb',
    'two\nlines',
    '\u202eesrever',
    'Łódź 🦔',
    '"quoted", and so on',
    ' wide ',
    'x'.repeat(200),
  ])('is kept as it is written: %j', async (name) => {
    expect(await join(name)).toEqual(joined());
    expect(await names()).toEqual([name]);
  });

  it.each(['', '   ', '\u200b\u2060', '\u3164', '\u2800', '\0', '\u202e'])(
    'of which nothing is seen is refused: %j',
    async (name) => {
      expect(await join(name)).toMatchObject(refused(/Nothing can be seen/));
      expect(await names()).toEqual([]);
    },
  );

  it('is refused in words where it is too long', async () => {
    expect(await join('x'.repeat(10_000))).toMatchObject(refused(/longer than 200/));
  });

  it('that is taken is said to be, in whatever case, and another is proposed', async () => {
    await join('Calm heron');
    expect(await join('calm  HERON')).toMatchObject({ ...refused(/taken/), isKept: false });
    const owner = makeOwner();
    const page = await room.app.seats.showJoin(classroom.code, owner, joinerOf(owner).guesser);
    expect(page).toMatchObject({
      kind: 'open',
      alias: expect.stringMatching(/^\p{Lu}\p{Ll}+ \p{Ll}+$/u) as string,
    });
    expect(await names()).toEqual(['Calm heron']);
  });

  it('that is another but for NUL is taken too', async () => {
    await join('Learner 01');
    expect(await join('Learner\0 01')).toMatchObject(refused(/taken/));
  });
});

describe('a learner', () => {
  it('is not made twice by a form that is sent twice, nor by two that race', async () => {
    const owner = makeOwner();
    expect(await Promise.all([join('Learner 01', owner), join('Learner 01', owner)])).toEqual([
      joined(),
      joined(),
    ]);
    expect(await join('Another name', owner)).toEqual(joined());
    expect(await names()).toEqual(['Learner 01']);
  });

  it('is made once by two tabs that propose two names, whichever is quicker', async () => {
    const owner = makeOwner();
    const tabs = [join('Calm heron', owner), join('Bold otter', owner)];
    expect(await Promise.all(tabs)).toEqual([joined(), joined()]);
    expect(await names()).toHaveLength(1);
  });

  it('finds no class that is deleted while the form is on its way', async () => {
    const erased = room.store.classes.joinLearner;
    room.store.classes.joinLearner = async (...given) => {
      await room.store.classes.eraseClass(classroom.id);
      return erased(...given);
    };
    expect(await join('Learner 01')).toEqual({ kind: 'unknown' });
  });

  it('comes back on another device by the rejoin code, and on the same one after leaving it', async () => {
    const [first, second] = [makeOwner(), makeOwner()];
    await join('Learner 01', first);
    const page = await room.app.seats.showSeat(classroom.id, first);
    const code = page?.learner.rejoinCode ?? '';
    expect(code).toMatch(/^\S{3} \S{3}$/);
    expect(await rejoin(code.toLowerCase(), second)).toEqual(joined());
    expect(await room.app.seats.showSeat(classroom.id, second)).toEqual(page);
    await room.app.seats.leaveClass(classroom.id, first);
    expect(await room.app.seats.showSeat(classroom.id, first)).toBeNull();
    expect(await rejoin(code, first)).toEqual(joined());
    expect(await names()).toEqual(['Learner 01']);
  });

  it('is not found by a wrong rejoin code', async () => {
    await join('Learner 01');
    expect(await rejoin('BCD FGH')).toMatchObject(refused(/Nobody in this class/));
    expect(await rejoin('hello')).toMatchObject(refused(/six letters and digits/));
  });

  it('finds no place in a full class', async () => {
    for (const name of ['Learner 01', 'Learner 02', 'Learner 03']) await join(name);
    expect(await join('Learner 04')).toMatchObject(refused(/full: it has 3 learners/));
    expect(await names()).toHaveLength(3);
  });

  it('is nobody to a stranger', async () => {
    await join('Learner 01');
    expect(await room.app.seats.showSeat(classroom.id, makeOwner())).toBeNull();
    expect(await room.app.seats.showSeat('cls_none', makeOwner())).toBeNull();
    expect(await room.app.seats.showSeat(classroom.id, null)).toBeNull();
  });
});

describe('a class by list', () => {
  beforeEach(async () => {
    ({ classroom } = await makeClass(room.context, { learnersBy: 'list' }));
  });

  it('offers those who have not joined, and each of them once', async () => {
    const listed = ['Learner 01', 'Learner 02'].map((name) => makeListed(classroom.id, name, null));
    await room.store.classes.addLearners(listed, 500);
    const [id, other] = listed.map((each) => each.id);
    const [one, two] = [makeOwner(), makeOwner()];
    const claim = (owner: OwnerId) => join(id ?? '', owner, classroom.code, 'learner');
    const results = await Promise.all([claim(one), claim(two)]);
    expect(results).toContainEqual(joined());
    expect(results).toContainEqual({ ...refused(/already joined/), isKept: false });
    const late = makeOwner();
    const page = await room.app.seats.showJoin(classroom.code, late, joinerOf(late).guesser);
    expect(page).toMatchObject({ choices: [{ id: other, name: 'Learner 02' }], alias: null });
    expect(await join('', late, classroom.code, 'learner')).toMatchObject(refused(/Choose/));
  });
});

describe('two tabs of one browser', () => {
  it('come forward as one of a list, whomever each chose', async () => {
    ({ classroom } = await makeClass(room.context, { learnersBy: 'list' }));
    const listed = ['Learner 01', 'Learner 02'].map((name) => makeListed(classroom.id, name, null));
    await room.store.classes.addLearners(listed, 500);
    const owner = makeOwner();
    const claims = listed.map(({ id }) => join(id, owner, classroom.code, 'learner'));
    expect(await Promise.all(claims)).toEqual([joined(), joined()]);
    const learners = await room.store.classes.listLearners(classroom.id);
    expect(learners.filter(({ joinedAt }) => joinedAt !== null)).toHaveLength(1);
  });
});

describe('a class by student number', () => {
  beforeEach(async () => {
    ({ classroom } = await makeClass(room.context, { learnersBy: 'number' }));
  });

  it('without a list takes the number for the name', async () => {
    expect(await join('00123')).toEqual(joined());
    const [learner] = await room.store.classes.listLearners(classroom.id);
    expect(learner).toMatchObject({ displayName: '00123', studentNumber: '00123' });
    expect(await join('00123')).toMatchObject(refused(/already joined with that number/));
    expect(await join('00124')).toEqual(joined());
  });

  it('knows a number again whatever its learner is called meanwhile', async () => {
    expect(await join('00123')).toEqual(joined());
    const [learner] = await room.store.classes.listLearners(classroom.id);
    const which = { classId: classroom.id, learnerId: learner?.id ?? '', instructor };
    await room.app.teaching.renameLearner(which, 'Learner 01');
    expect(await join(' 00123')).toMatchObject(refused(/already joined with that number/));
    expect(await names()).toEqual(['Learner 01']);
    await room.app.teaching.renameLearner(which, '00124');
    expect(await join('00124')).toEqual(joined());
  });

  it('with a list takes the numbers that stand in it', async () => {
    await room.store.classes.addLearners([makeListed(classroom.id, 'Learner 01', '00123')], 500);
    expect(await join('00999')).toMatchObject(refused(/not in your teacher’s list/));
    expect(await join(' 00123 ')).toEqual(joined());
    expect(await join('00123')).toMatchObject(refused(/already joined/));
    expect(await names()).toEqual(['Learner 01']);
  });
});
