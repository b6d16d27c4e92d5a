import type { Remote } from './remote.ts';

/** The name under which WebDriver hands elements about (W3C WebDriver, section 12). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Sends a command of WebDriver by its name; gives its value. */
export type SendCommand = (
  name: CommandName,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/** The few commands that a journey needs. */
export type CommandName = 'Navigate' | 'ExecuteScript' | 'SwitchToFrame' | 'GetCookies';

const findFrame = `return (document.querySelector('verbatim-quiz')?.shadowRoot ?? document).querySelector('iframe')`;

/** A browser that is driven by WebDriver. */
export function remoteBy(send: SendCommand): Remote {
  const run = (script: string) => send('ExecuteScript', { script, args: [] });
  const goOut = () => send('SwitchToFrame', { id: null });
  const goIn = async () => {
    await goOut();
    await send('SwitchToFrame', { id: await run(findFrame) });
  };
  // What a script gives by reference, such as an array of objects, goes over the wire as text.
  const evaluate = async (expression: string) => {
    const text = await run(`return JSON.stringify(${expression}) ?? 'null'`);
    return JSON.parse(String(text)) as unknown;
  };
  return {
    open: async (url) => {
      await goOut();
      await send('Navigate', { url });
    },
    inHost: async (expression) => {
      await goOut();
      return evaluate(expression);
    },
    inFrame: async (expression) => {
      await goIn();
      return evaluate(expression);
    },
    // By script: WebKitGTK's driver clicks beside the elements of another site's frame.
    click: async (selector) => {
      await goIn();
      await run(`document.querySelector(${JSON.stringify(selector)}).click()`);
    },
    cookieNames: async () => {
      await goIn();
      const cookies = (await send('GetCookies', {})) as { readonly name: string }[];
      return cookies.map(({ name }) => name);
    },
  };
}

/** The element that WebDriver means by a reference; for protocols that want its bare id. */
export function elementId(reference: unknown): string | null {
  return (reference as Readonly<Record<string, string>> | null)?.[elementKey] ?? null;
}
