import { spawn } from 'node:child_process';
import type { DrivenBrowser } from './driven-browser.ts';
import { freePort } from './free-port.ts';
import { waitFor } from './remote.ts';
import { remoteBy, type CommandName, type SendCommand } from './webdriver-remote.ts';

/** Where WebDriver has its commands, under the address of a session; the first word is the method. */
const endpoints: Readonly<Record<CommandName, string>> = {
  Navigate: 'POST url',
  ExecuteScript: 'POST execute/sync',
  SwitchToFrame: 'POST frame',
  GetCookies: 'GET cookie',
};

/** What a driver is asked for when a session begins. */
const capabilities = { capabilities: { alwaysMatch: {} } };

/** Drives a WebKit of the system by its driver program, `WebKitWebDriver` or `safaridriver`. */
export async function driveWebKit(program: string): Promise<DrivenBrowser> {
  const port = await freePort();
  const flags = program.endsWith('safaridriver') ? ['-p', String(port)] : [`--port=${port}`];
  const child = spawn(program, flags, { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  await waitFor('the driver', async () => (await fetch(`${address}/status`)).ok);
  const session = (await ask('POST', `${address}/session`, capabilities)) as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
  };
  const base = `${address}/session/${session.sessionId}`;
  const send: SendCommand = (name, parameters) => {
    const [method = '', path = ''] = endpoints[name].split(' ');
    return ask(method, `${base}/${path}`, parameters);
  };
  const { browserName, browserVersion } = session.capabilities;
  return {
    name: `${browserName} ${browserVersion}`,
    remote: remoteBy(send),
    close: async () => {
      await ask('DELETE', base, {});
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await ended;
    },
  };
}

async function ask(method: string, address: string, parameters: object): Promise<unknown> {
  const body = method === 'POST' ? JSON.stringify(parameters) : null;
  const reply = await fetch(address, { method, body });
  const { value } = (await reply.json()) as { readonly value: unknown };
  if (!reply.ok) throw new Error((value as { readonly message: string }).message);
  return value;
}
