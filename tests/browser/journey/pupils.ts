import { makeClient, openQuestion, type Client } from '../../http/client.ts';
import { stormItems, type GivenAnswer } from '../storm.ts';
import type { FormFiller } from './form-filler.ts';
import { planned, type Ledger } from './ledger.ts';

/** A learner at a browser without a screen. */
export interface Pupil {
  readonly name: string;
  readonly number: number;
  readonly client: Client;
  /** The path of the class's page. */
  readonly home: string;
}

/** Joins by the class's code. */
export async function joinByCode(
  origin: string,
  code: string,
  number: number,
  name: string,
): Promise<Pupil> {
  const client = makeClient(origin);
  const forwarded = await client.get(`/join?code=${encodeURIComponent(code.toLowerCase())}`);
  const path = forwarded.location ?? '';
  await client.get(path);
  const { location } = await client.post(`${path}?/join`, { name });
  return { name, number, client, home: new URL(location ?? '', origin).pathname };
}

/** The code by which a learner comes back, as the class's page shows it. */
async function rejoinCodeOf({ client, home }: Pupil): Promise<string> {
  const { body } = await client.get(home);
  return /<bdi>(\w{3} \w{3})<\/bdi>/.exec(body)?.[1] ?? '';
}

/** The same learner at another device, by the rejoin code. */
export async function rejoin(pupil: Pupil, origin: string, code: string): Promise<Pupil> {
  const client = makeClient(origin);
  await client.get(`/join/${code}`);
  const typed = (await rejoinCodeOf(pupil)).toLowerCase();
  const { location } = await client.post(`/join/${code}?/rejoin`, { rejoin: typed });
  return { ...pupil, client, home: new URL(location ?? '', origin).pathname };
}

/** Presses “Start”, or follows “Go on”: the attempt's path. */
export async function beginOrGoOn({ client, home }: Pupil): Promise<string> {
  const { body } = await client.get(home);
  const begun = /href="(\/attempts\/att_[a-z2-7]+)"[^>]*>\s*Go on/.exec(body)?.[1];
  if (begun) return begun;
  const assignment = /name="assignment" value="(\w+)"/.exec(body)?.[1] ?? '';
  const { location } = await client.post(`${home}?/start`, { assignment, tz: 'Europe/Vienna' });
  return new URL(location ?? '', 'http://any').pathname;
}

/** Sends one answer to the question that an attempt waits at; gives the question's path. */
export async function send(
  { client }: Pupil,
  attempt: string,
  filler: FormFiller,
  { given, certainty }: { given: GivenAnswer; certainty: number | null },
): Promise<{ path: string; status: number }> {
  const path = await openQuestion(client, attempt);
  const page = await client.get(path);
  const fields = new URLSearchParams(await filler.fill(page.body, given));
  if (certainty !== null) fields.set('certainty', String(certainty));
  const { status } = await client.post(`${path}?/answer`, fields.toString());
  return { path, status };
}

/** Answers so many more questions as planned, and notes each down. */
export async function answerOn(
  pupil: Pupil,
  {
    attemptNo = 1,
    from = 0,
    to = stormItems.length,
  }: { attemptNo?: number; from?: number; to?: number },
  filler: FormFiller,
  ledger: Ledger,
): Promise<void> {
  const attempt = await beginOrGoOn(pupil);
  for (const [at, item] of stormItems.slice(from, to).entries()) {
    const { isRight, certainty } = planned(pupil.number, attemptNo, from + at);
    const given = isRight ? item.right : item.wrong;
    const { path, status } = await send(pupil, attempt, filler, { given, certainty });
    if (status !== 303 || !path.endsWith(`/items/${item.id}`)) {
      throw new Error(`${pupil.name} at ${path}: ${status}, not ${item.id}`);
    }
    ledger.note({ learner: pupil.name, attemptNo, item: item.id, isRight, given, certainty });
  }
}
