import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { waitFor } from './remote.ts';
import { elementId, remoteBy, type SendCommand } from './webdriver-remote.ts';
import type { DrivenBrowser } from './driven-browser.ts';

/**
 * Drives a Firefox of the system by Marionette, which speaks WebDriver's commands over a socket: each
 * message is its length in bytes, a colon, and JSON.
 */
export async function driveFirefox(program: string): Promise<DrivenBrowser> {
  const port = await freePort();
  const profile = await mkdtemp(join(tmpdir(), 'verbatim-firefox-'));
  await writeFile(join(profile, 'user.js'), `user_pref("marionette.port", ${port});\n`);
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile];
  const child = spawn(program, args, { stdio: 'ignore' });
  const socket = await openSocket(port);
  const send = speakMarionette(socket);
  const session = (await send('NewSession', {})) as { readonly capabilities: Capabilities };
  const { browserName, browserVersion } = session.capabilities;
  return {
    name: `${browserName} ${browserVersion}`,
    remote: remoteBy(send as SendCommand),
    close: async () => {
      socket.destroy();
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

interface Capabilities {
  readonly browserName: string;
  readonly browserVersion: string;
}

async function openSocket(port: number): Promise<Socket> {
  let opened: Socket | null = null;
  await waitFor('Firefox', async () => {
    opened = await new Promise<Socket>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket));
      socket.once('error', reject);
    });
    return true;
  });
  if (!opened) throw new Error('Firefox opened no socket');
  return opened;
}

/** A command under way. */
interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function speakMarionette(socket: Socket) {
  const waiting = new Map<number, Waiting>();
  let received = Buffer.alloc(0);
  let last = 0;
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString()) as unknown;
      received = received.subarray(end);
      // The greeting is an object; each answer is a list: 1, the command's number, fault, result.
      if (Array.isArray(message)) settle(waiting, message);
    }
  });
  return (name: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> => {
    last += 1;
    const id = last;
    const body = JSON.stringify([0, id, `WebDriver:${name}`, adapted(name, parameters)]);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      socket.write(`${Buffer.byteLength(body)}:${body}`);
    });
  };
}

function settle(waiting: Map<number, Waiting>, message: unknown[]): void {
  const [, id, fault, result] = message as [number, number, { message: string } | null, unknown];
  const { resolve, reject } = waiting.get(id) ?? {};
  waiting.delete(id);
  if (fault) reject?.(new Error(fault.message));
  else resolve?.(Array.isArray(result) ? result : valueOf(result));
}

function valueOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : result;
}

/** Marionette takes a frame by its bare element id. */
function adapted(name: string, parameters: Readonly<Record<string, unknown>>): unknown {
  if (name !== 'SwitchToFrame') return parameters;
  const element = elementId(parameters['id']);
  return element === null ? { id: null } : { element };
}
