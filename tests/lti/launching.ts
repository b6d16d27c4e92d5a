import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../browser/embed/free-port.ts';
import { stormContent } from '../browser/storm.ts';
import { makeClient, type Client as Browser, type Reply } from '../http/client.ts';
import { makeFrame, playFrame, type FrameClient } from '../http/frame-client.ts';
import { startServer } from '../http/server.ts';
import type { Launch } from './launch-claims.ts';
import { startPlatform, userOf, type Client, type Platform, type Variant } from './platform.ts';

/** A server of this tool at an address that it keeps over a restart, with its database. */
export interface Tool {
  readonly origin: string;
  readonly dataDir: string;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the tool. It says by which address it is reached, as platforms need to know it. */
export async function startTool(env: Readonly<Record<string, string>> = {}): Promise<Tool> {
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-lti-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const start = () =>
    startServer({
      CONTENT_DIR: stormContent,
      DATA_DIR: dataDir,
      PORT: String(port),
      ORIGIN: origin,
      ...env,
    });
  let server = await start();
  return {
    origin,
    dataDir,
    async restart() {
      await server.stop();
      server = await start();
    },
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Registers the tool with a platform, as its administrator does by one button. */
export async function register(
  { origin }: Pick<Tool, 'origin'>,
  platform: Platform,
  more: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const query = new URLSearchParams({
    openid_configuration: `${platform.origin}/openid-configuration`,
    registration_token: platform.registrationToken,
    ...more,
  });
  const browser = makeClient(origin);
  const page = await browser.get(`/lti/register?${String(query)}`);
  return page.status === 200 ? browser.post('/lti/register', fieldsOf(page.body)) : page;
}

/** A tool, and a platform at which it is registered. */
export interface Connected {
  readonly tool: Tool;
  readonly platform: Platform;
}

/** Starts both; the platform is like Moodle, and has lists of several pages, unless it is said otherwise. */
export async function startConnected(
  variant: Variant = { isMoodleLike: true, deploymentId: '1', pageSize: 3 },
): Promise<Connected> {
  const tool = await startTool();
  const platform = await startPlatform(variant);
  const { body, status } = await register(tool, platform);
  if (status !== 200) throw new Error(`Not registered: ${status} ${body}`);
  return { tool, platform };
}

/** Stops both. */
export async function stopConnected({ platform, tool }: Connected): Promise<void> {
  await tool.stop();
  await platform.close();
}

/** A launch of the storm by a user, from the platform’s first course and link unless it is said otherwise. */
export function stormLaunch(
  { origin }: Pick<Tool, 'origin'>,
  user: number,
  part: Partial<Launch> = {},
): Launch {
  return { user: userOf(user), target: `${origin}/lti/launch?bank=storm`, ...part };
}

/** A course of this id. */
export const courseOf = (id: string, title = 'Media studies') => ({ course: { id, title } });

/** A link of this id to the storm. */
export const linkOf = (id: string) => ({ link: { id, title: 'The storm' } });

/** The hidden fields of a page’s first form, or of the one with this action. */
export function fieldsOf(page: string, action = ''): Record<string, string> {
  const at = action === '' ? 0 : page.indexOf(`action="${action}"`);
  const form = page.slice(at, page.indexOf('</form>', Math.max(at, 0)));
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? '';
    fields[name] = (/value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&amp;', '&');
  }
  return fields;
}

/** A launch on its way: what the platform has the browser post. */
export interface Posted {
  readonly browser: Browser;
  readonly form: Record<string, string>;
}

/** A path of the tool with its query, from an address. */
export function pathOf(address: string | null): string {
  const { hash, pathname, search } = new URL(address ?? '', 'http://localhost');
  return `${pathname}${search}${hash}`;
}

/** Begins a login and lets the platform sign the launch; the browser has not posted it yet. */
export async function signIn(
  { origin }: Pick<Tool, 'origin'>,
  platform: Platform,
  launch: Launch,
  client?: Client,
): Promise<Posted> {
  const browser = makeClient(origin);
  const query = platform.offer(launch, client);
  const login = await browser.get(`/lti/login?${String(query)}`);
  const kept = /href="([^"]*)"[^>]*data-keep/.exec(login.body)?.[1]?.replaceAll('&amp;', '&');
  const auth = login.location ?? kept;
  if (!auth) throw new Error(`No login: ${login.status} ${login.body}`);
  const page = await (await fetch(auth)).text();
  return { browser, form: fieldsOf(page) };
}

/** The headers that a browser adds to what a platform’s page posts. */
export function fromPlatform({ origin }: Pick<Platform, 'origin'>): Record<string, string> {
  return { origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
}

/** Launches, from the platform’s link to what the tool answers. */
export async function launch(
  tool: Pick<Tool, 'origin'>,
  platform: Platform,
  given: Launch,
  client?: Client,
): Promise<Reply & { readonly browser: Browser }> {
  const { browser, form } = await signIn(tool, platform, given, client);
  return { ...(await browser.post('/lti/launch', form, fromPlatform(platform))), browser };
}

/** The frame that a learner’s launch leads to, and its first page. */
export async function openQuiz(
  { origin }: Pick<Tool, 'origin'>,
  reply: Pick<Reply, 'body' | 'location' | 'status'>,
): Promise<{ readonly frame: FrameClient; readonly address: string; readonly page: string }> {
  const [address = '', token = ''] = (reply.location ?? '').split('#token=');
  if (token === '') throw new Error(`No quiz: ${reply.status} ${reply.body}`);
  const frame = makeFrame(origin, token);
  return { frame, address, page: (await frame.get(address)).body };
}

/** Plays a learner’s launch to the end. */
export async function playLaunch(
  tool: Pick<Tool, 'origin'>,
  reply: Parameters<typeof openQuiz>[1],
): Promise<string[]> {
  const { frame, page } = await openQuiz(tool, reply);
  return playFrame(frame, page);
}

/** The teacher's browser, taken into the class by the ticket of a launch. */
export async function openClass(
  { origin }: Pick<Tool, 'origin'>,
  desk: { readonly body: string; readonly browser: Browser },
) {
  const { session = '' } = fieldsOf(desk.body, '/lti/desk?/open');
  const ticket = await desk.browser.post('/lti/desk?/open', { session });
  const teacher = makeClient(origin);
  const opened = await teacher.get(pathOf(ticket.location));
  return { session, teacher, ticket: pathOf(ticket.location), path: pathOf(opened.location) };
}

/** Waits until something is so, ten seconds by default. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 10_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
