import { waitFor, type Remote } from './remote.ts';

/** What became of a quiz that was played to its end in a frame. */
export interface Journey {
  /** How high the frame was, and its page, at each question and at each verdict. */
  readonly heights: readonly Heights[];
  readonly messages: readonly HostMessage[];
  readonly events: readonly HostEvent[];
  /** Of the quiz's server. */
  readonly cookies: readonly string[];
  /** How many pages of history the host's tab got meanwhile. */
  readonly history: number;
  /** The heading of the results. */
  readonly result: string;
}

interface Heights {
  readonly frame: number;
  readonly content: number;
}

interface HostMessage {
  readonly data: Readonly<Record<string, unknown>>;
  readonly origin: string;
}

interface HostEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly tag: string;
}

/** Runs in the frame: answers a question by what comes first, and names the button that sends it. */
const fillIn = `(() => {
  const names = new Set();
  for (const input of document.querySelectorAll('input[type=radio], input[type=checkbox]')) {
    if (input.type === 'radio' && names.has(input.name)) continue;
    if (input.type === 'checkbox' && names.size > 0) continue;
    names.add(input.name);
    input.click();
  }
  [...document.querySelectorAll('select')].forEach((select, index) => {
    select.selectedIndex = index + 1;
  });
  for (const field of document.querySelectorAll('input.field')) field.value = '7';
  document.querySelector('.move:last-of-type')?.click();
  return null;
})()`;

const stem = `document.querySelector('h1')?.textContent ?? ''`;
const frameHeight = `(document.querySelector('verbatim-quiz')?.shadowRoot ?? document).querySelector('iframe').offsetHeight`;
const contentHeight = `Math.ceil(document.documentElement.getBoundingClientRect().height)`;

/** Plays the fixture bank from the page at this address; where a host sizes it, heights have to agree. */
export async function playInFrame(
  remote: Remote,
  address: string,
  isSized: boolean,
): Promise<Journey> {
  await remote.open(address);
  await waitFor('the first question', async () => Boolean(await remote.inFrame(stem)));
  await waitFor('the script', async () => Number(await remote.inHost('told.length')) > 0);
  const before = Number(await remote.inHost('history.length'));
  const heights: Heights[] = [];
  const measure = async () => {
    const now = async () => ({
      frame: Number(await remote.inHost(frameHeight)),
      content: Number(await remote.inFrame(contentHeight)),
    });
    const isFitting = async () => {
      const { content, frame } = await now();
      return content <= frame && frame <= content + 1;
    };
    if (isSized) await waitFor('the height', isFitting);
    heights.push(await now());
  };
  for (;;) {
    const asked = String(await remote.inFrame(stem));
    await measure();
    await remote.inFrame(fillIn);
    await remote.click('form button.button');
    await waitFor(`the verdict on “${asked}”`, () => has(remote, '#verdict'));
    await measure();
    const isLast = !(await has(remote, `a.button[href*="/items/"]`));
    await remote.click('a.button[href*="/embed/"]');
    await waitFor('the next page', async () => !(await has(remote, '#verdict')));
    if (isLast) break;
  }
  return {
    heights,
    messages: (await remote.inHost('told')) as HostMessage[],
    events: (await remote.inHost('events')) as HostEvent[],
    cookies: await remote.cookieNames(),
    history: Number(await remote.inHost('history.length')) - before,
    result: String(await remote.inFrame(stem)).trim(),
  };
}

async function has(remote: Remote, selector: string): Promise<boolean> {
  return Boolean(await remote.inFrame(`!!document.querySelector(${JSON.stringify(selector)})`));
}

/** What of a journey is otherwise than it has to be, in words; nothing where all is well. */
export function faultsIn(journey: Journey, total: number): string[] {
  const { cookies, history, messages, result } = journey;
  const answered = messages.filter(({ data }) => data['type'] === 'answered');
  const completed = messages.filter(({ data }) => data['type'] === 'completed');
  const frames = journey.heights.map(({ frame }) => frame);
  const growths = frames.slice(1).map((height, index) => height - (frames[index] ?? 0));
  const expected: readonly (readonly [boolean, string])[] = [
    [cookies.length === 0, `cookies were set: ${cookies.join(', ')}`],
    [answered.length === total, `${answered.length} answers were told, not ${total}`],
    [completed.length === 1, `the end was told ${completed.length} times`],
    [result.includes('fully right'), `the results say “${result}”`],
    [history === 0, `the host’s history got ${history} pages`],
    [growths.some((growth) => growth > 0), 'the frame never grew'],
    [growths.some((growth) => growth < 0), 'the frame never shrank'],
  ];
  return expected.filter(([holds]) => !holds).map(([, words]) => words);
}
