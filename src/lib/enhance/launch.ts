/** What a page asks of the platform around it (LTI Client Side postMessages 1.0, Storage 1.0). */
interface Asked {
  /** The frame that keeps things: `_parent`, or a name. */
  readonly target: string;
  readonly origin: string;
  readonly name: string;
}

/** How long the platform may take to answer, in milliseconds. */
const patienceMs = 2000;

function frameOf(target: string): Window | null {
  const around: Window | null = window.opener ?? window.parent;
  if (!around || around === window) return null;
  if (target === '_parent') return around;
  try {
    return (around.frames as unknown as Record<string, Window | undefined>)[target] ?? null;
  } catch {
    return null;
  }
}

/** Asks the platform’s storage; null where it does not answer, or not as it was asked. */
function askStorage(
  { name, origin, target }: Asked,
  subject: 'lti.put_data' | 'lti.get_data',
  value?: string,
): Promise<string | null> {
  const frame = frameOf(target);
  if (!frame) return Promise.resolve(null);
  const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
  return new Promise((resolve) => {
    const late = setTimeout(() => finish(null), patienceMs);
    const finish = (answer: string | null) => {
      clearTimeout(late);
      removeEventListener('message', hear);
      resolve(answer);
    };
    const hear = ({ data, origin: from, source }: MessageEvent<unknown>) => {
      const said = (data ?? {}) as Readonly<Record<string, unknown>>;
      const isAnswer = said['message_id'] === id && said['subject'] === `${subject}.response`;
      if (!isAnswer || from !== origin || source !== frame) return;
      finish(typeof said['value'] === 'string' ? said['value'] : null);
    };
    addEventListener('message', hear);
    const asked = { subject, message_id: id, key: name, ...(value !== undefined && { value }) };
    frame.postMessage(asked, origin);
  });
}

function given<Value>(element: HTMLElement, name: string): Value {
  return JSON.parse(element.dataset[name] ?? 'null') as Value;
}

async function keepSecret(link: HTMLAnchorElement): Promise<void> {
  const { value, ...asked } = given<Asked & { readonly value: string }>(link, 'keep');
  await askStorage(asked, 'lti.put_data', value);
  // Whether it was kept shows when it is asked for.
  location.replace(link.href);
}

async function showSecret(form: HTMLFormElement): Promise<void> {
  const value = await askStorage(given<Asked>(form, 'show'), 'lti.get_data');
  const field = form.elements.namedItem('proof');
  if (value === null || !(field instanceof HTMLInputElement)) return;
  field.value = value;
  form.submit();
}

const keeping = document.querySelector<HTMLAnchorElement>('a[data-keep]');
const showing = document.querySelector<HTMLFormElement>('form[data-show]');
const answering = document.querySelector<HTMLFormElement>('form[data-answer]');
if (keeping) void keepSecret(keeping);
if (showing) void showSecret(showing);
answering?.submit();

document.querySelector('button[data-close]')?.addEventListener('click', () => {
  const around: Window = window.opener ?? window.parent;
  // It tells nothing but that the page is done with (Dynamic Registration 1.0, 3.8).
  around.postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
});

/** Frames are as high as what is in them, where the platform listens. */
const tellHeight = () => {
  if (window.parent === window) return;
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  window.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
};
new ResizeObserver(tellHeight).observe(document.documentElement);
