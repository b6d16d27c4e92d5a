import type { BrowserContext, Page } from 'playwright-core';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPoints, chosen, Ledger } from './journey/ledger.ts';
import { openFormFiller, type FormFiller } from './journey/form-filler.ts';
import { answerOnPhone, joinOnPhone, type PhoneLearner } from './journey/phones.ts';
import { answerOn, beginOrGoOn, joinByCode, rejoin, send, type Pupil } from './journey/pupils.ts';
import { downloadAll, type Downloads } from './journey/downloads.ts';
import { disagreements, labelsOf, plainLabel } from './journey/recount.ts';
import { startPerson, tell } from './journey/stopwatch.ts';
import { useStage } from './stage.ts';
import { stormItems } from './storm.ts';

const stage = useStage();
const ledger = new Ledger();
const nameOf = (number: number) => `Zqlearner ${String(number).padStart(2, '0')}`;
/** Answers one question and stops until the assignment is opened again. */
const unfinished = 30;
const answeredByUnfinished = 5;

let filler: FormFiller;
let teacher: Page;
let code = '';
let classPath = '';
let assignmentPath = '';
const pupils = new Map<number, Pupil>();
const phones: BrowserContext[] = [];
/** Everything that a class would see on the wall. */
const walls: string[] = [];

beforeAll(async () => {
  filler = await openFormFiller(stage.browser);
  teacher = await (
    await stage.browser.newContext({ viewport: { width: 1280, height: 800 } })
  ).newPage();
});
afterAll(async () => {
  await Promise.all(phones.map((phone) => phone.close()));
});

const visit = (path: string) => teacher.goto(`${stage.server.origin}${path}`);
const numberIn = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? NaN);

/** A phone's browser. */
async function openPhone(number: number): Promise<PhoneLearner> {
  const phone = await stage.browser.newContext({ viewport: { width: 360, height: 740 } });
  phones.push(phone);
  return { page: await phone.newPage(), number, name: nameOf(number) };
}

it('goes from a bank’s page to a code on the projector in at most six interactions', async () => {
  await visit('/banks/storm');
  const person = startPerson();
  await person.press(teacher.getByRole('link', { name: 'Use this with a class' }));
  await person.press(teacher.getByRole('button', { name: 'Open the class' }));
  await person.press(teacher.getByRole('link', { name: 'Show the code on the projector' }));
  await teacher.locator('.code').waitFor();
  tell(
    `From a bank’s page to a code on the projector: ${person.seconds()} s at a person’s pace, ${person.interactions()} interactions`,
  );
  expect(person.interactions()).toBeLessThanOrEqual(6);
  code = (await teacher.locator('.code').innerText()).trim();
  expect(code).toMatch(/^[A-Z0-9]{3} [A-Z0-9]{3} [A-Z0-9]{3}$/);
  classPath = new URL(teacher.url()).pathname.replace(/\/projector$/, '');
  const link = `${stage.server.origin}/join/${code.replaceAll(' ', '')}`;
  const { data } = encode(link, { ecc: 'M', border: 4 });
  const drawn = (await teacher.locator('svg path').getAttribute('d')) ?? '';
  const dark = [...drawn.matchAll(/h(\d+)v1/g)].reduce((sum, [, run]) => sum + Number(run), 0);
  expect(dark).toBe(data.flat().filter(Boolean).length);
  await visit(classPath);
  assignmentPath =
    (await teacher
      .locator('main a[href^="/teach/assignments/asg_"]')
      .first()
      .getAttribute('href')) ?? '';
});

it('lets thirty learners join by code, link and picture, and answer', async () => {
  const started = performance.now();
  const { origin } = stage.server;
  const [typed, linked, pictured] = [await openPhone(1), await openPhone(2), await openPhone(3)];
  const link = `${origin}/join/${code.replaceAll(' ', '')}`;

  const byCode = async () => {
    const person = startPerson();
    const { page } = typed;
    await page.goto(origin);
    await person.press(page.getByRole('link', { name: 'Join it with its code' }));
    await person.write(page.getByLabel('The class’s code'), code.toLowerCase());
    await person.press(page.getByRole('button', { name: 'Next' }));
    await joinOnPhone(typed);
    tell(
      `A learner with a typed code is at the first question after ${person.seconds()} s at a person’s pace`,
    );
    await answerOnPhone(typed, ledger);
  };
  const byLink = async () => {
    const message = await teacher.locator('#message').innerText();
    await linked.page.goto(/https?:\S+\/join\/\w+/.exec(message)?.[0] ?? '');
    await joinOnPhone(linked);
    await answerOnPhone(linked, ledger, 0, 4);
    // The phone is left; a second device goes on.
    await linked.page.goto(`${origin}${classPath.replace('/teach', '')}`);
    const rejoinCode = await linked.page.locator('.key .code').innerText();
    const tablet = await openPhone(2);
    await tablet.page.goto(link);
    await tablet.page.getByText('I have a rejoin code').click();
    await tablet.page.getByLabel('Your rejoin code').fill(rejoinCode);
    await tablet.page.getByRole('button', { name: 'Come back' }).click();
    await tablet.page.getByRole('link', { name: 'Go on' }).click();
    await answerOnPhone(tablet, ledger, 4);
  };
  const byPicture = async () => {
    await pictured.page.goto(link);
    await joinOnPhone(pictured);
    await answerOnPhone(pictured, ledger);
  };
  const others = async () => {
    for (let number = 4; number <= 30; number += 1) {
      pupils.set(number, await joinByCode(origin, code, number, nameOf(number)));
    }
    for (const [number, pupil] of pupils) {
      if (number === 5) {
        await answerOn(pupil, { to: 6 }, filler, ledger);
        const elsewhere = await rejoin(pupil, origin, code.replaceAll(' ', ''));
        await answerOn(elsewhere, { from: 6 }, filler, ledger);
      } else if (number === 6) await raceTabs(pupil);
      else
        await answerOn(
          pupil,
          { to: number === unfinished ? answeredByUnfinished : 11 },
          filler,
          ledger,
        );
    }
  };
  await Promise.all([byCode(), byLink(), byPicture(), others()]);
  expect(ledger.learners()).toHaveLength(30);
  expect(ledger.size).toBe(29 * stormItems.length + answeredByUnfinished);
  tell(
    `Thirty learners joined and answered ${ledger.size} questions in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
});

/** Starts in two tabs at once and answers the first question differently in each; goes on in one. */
async function raceTabs(pupil: Pupil) {
  const [one, other] = await Promise.all([beginOrGoOn(pupil), beginOrGoOn(pupil)]);
  expect(one).toBe(other);
  const [item] = stormItems;
  if (!item) throw new Error('The bank has questions');
  const sent = await Promise.all(
    [item.right, item.wrong].map((given) => send(pupil, one, filler, { given, certainty: null })),
  );
  expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  const isRight = sent[0]?.status === 303;
  const given = isRight ? item.right : item.wrong;
  ledger.note({
    learner: pupil.name,
    attemptNo: 1,
    item: item.id,
    isRight,
    given,
    certainty: null,
  });
  await answerOn(pupil, { from: 1 }, filler, ledger);
}

describe('the live view', () => {
  it('counts what was answered, as the test counted it', async () => {
    await visit(`${assignmentPath}/live`);
    const cells = async (id: string) =>
      (await teacher.locator(`#item-${id} td`).allInnerTexts()).map((text) => numberIn(text));
    for (const { id } of stormItems) {
      const first = ledger.first(id);
      const right = first.filter(({ isRight }) => isRight).length;
      const sure = first.filter(({ isRight, certainty }) => !isRight && (certainty ?? 0) >= 75);
      expect([id, ...(await cells(id))]).toEqual([
        id,
        first.length,
        right,
        0,
        first.length - right,
        sure.length,
      ]);
    }
    const states = await teacher.locator('dl').first().innerText();
    expect(states.replace(/\s+/g, ' ')).toMatch(/Joined 30 .*Done 29/i);
  });

  it('shows names to the teacher and none to the class', async () => {
    expect(await teacher.locator('main').innerText()).toContain(nameOf(7));
    for (const path of [
      `${classPath}/projector`,
      ...stormItems.map(({ id }) => `${assignmentPath}/show/${id}`),
    ]) {
      await visit(path);
      walls.push(await teacher.content());
    }
    await visit(`${assignmentPath}/show/repairs`);
    for (const name of ['Vote again', 'Show the passage']) {
      await teacher.getByRole('button', { name, exact: true }).click();
      await teacher.waitForLoadState();
      walls.push(await teacher.content());
    }
    await teacher.getByRole('button', { name: 'Stop showing' }).click();
    expect(walls.length).toBe(14);
    expect(walls.filter((wall) => /Zqlearner|lrn_/.test(wall))).toEqual([]);
  });
});

describe('after closing', () => {
  let files: Downloads;
  beforeAll(async () => {
    await visit(assignmentPath);
    await teacher.locator('[name=attempts][value="2"]').check();
    await teacher.locator('[name=rule][value=last]').check();
    await teacher.getByRole('button', { name: 'Save' }).click();
    for (const number of [8, 9, 10]) {
      const pupil = pupils.get(number);
      if (pupil) await answerOn(pupil, { attemptNo: 2 }, filler, ledger);
    }
    await visit(assignmentPath);
    await teacher.getByText('Close the assignment', { exact: true }).click();
    await teacher.getByRole('button', { name: 'Close now' }).click();
    await teacher.getByText('The assignment is closed').waitFor();
    files = await downloadAll(teacher, `${stage.server.origin}${assignmentPath}/downloads`);
  });

  it('grades every learner by the chosen rule, on the page of results', async () => {
    await visit(`${assignmentPath}/results`);
    const rows = await teacher.locator('main tbody tr').all();
    const shown = new Map<string, string>();
    for (const row of rows) {
      const name = await row.locator('th').innerText();
      shown.set(name, await row.locator('td').nth(1).innerText());
    }
    for (const learner of ledger.learners()) {
      const points = ledger.pointsOf(learner, ledger.attempts(learner));
      expect([learner, shown.get(learner)?.replace(/\s/g, ' ')]).toEqual([
        learner,
        `${points} / ${allPoints}`,
      ]);
    }
  });

  it('counts every option on the page of its question', async () => {
    for (const item of stormItems) {
      await visit(`${assignmentPath}/items/${item.id}`);
      for (const label of labelsOf(item)) {
        const row = teacher.locator('main figure li', { hasText: plainLabel(label) });
        const count = numberIn(await row.locator('.n').innerText());
        expect([item.id, label, count]).toEqual([
          item.id,
          label,
          chosen(ledger.whole(item.id), label),
        ]);
      }
    }
  });

  it('agrees with the recount in every file', () => {
    expect(disagreements(files, ledger, true)).toEqual([]);
  });

  it('would be seen not to agree where a row was left out', () => {
    const fewer = { ...files, rowsOf: (name: string) => files.rowsOf(name).slice(1) };
    const found = disagreements(fewer, ledger, true).join('\n');
    expect(found).toContain('learners: 29, not 30');
    expect(found).toContain('answered responses: 356, not 357');
  });
});

describe('opened again', () => {
  it('takes the unfinished learner’s rest from a third device, and counts it', async () => {
    const pupil = pupils.get(unfinished);
    if (!pupil) throw new Error('The unfinished learner has joined');
    expect((await pupil.client.get(pupil.home)).body.includes('Go on')).toBe(false);
    await visit(assignmentPath);
    await teacher.getByRole('button', { name: 'Open again' }).click();
    await teacher.getByText('The assignment is open').waitFor();
    const elsewhere = await rejoin(pupil, stage.server.origin, code.replaceAll(' ', ''));
    await answerOn(elsewhere, { from: answeredByUnfinished }, filler, ledger);
    await visit(`${assignmentPath}/live`);
    expect((await teacher.locator('dl').first().innerText()).replace(/\s+/g, ' ')).toMatch(
      /Joined 30 .*Done 30/i,
    );
    const files = await downloadAll(teacher, `${stage.server.origin}${assignmentPath}/downloads`);
    expect(disagreements(files, ledger, false)).toEqual([]);
  });
});
