import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** A response to an item of QTI: the value of each response variable, several as a list. */
export type QtiResponse = Readonly<Record<string, string | readonly string[]>>;

/** What a player of QTI made of one response. */
export interface QtiOutcome {
  /** The outcome variables that have a value, by name. */
  readonly outcomes: Readonly<Record<string, unknown>>;
  /** The identifiers of the modal feedbacks that show, in the order of the file. */
  readonly shown: readonly string[];
}

/** A player of QTI 3.0 by other hands, in a page of its own. */
export interface QtiPlayer {
  /** Loads an item once and answers it with each response in turn. */
  readonly answer: (xml: string, responses: readonly QtiResponse[]) => Promise<QtiOutcome[]>;
  /** What the page shows of an item before it is answered, in words. */
  readonly read: (xml: string) => Promise<string>;
  /** What the player complained of since the last call. */
  readonly complaints: () => string[];
  readonly close: () => Promise<void>;
}

const player = join(process.cwd(), 'node_modules/@citolab/qti-components/cdn/index.global.js');

interface Variable {
  readonly identifier: string;
  readonly value: unknown;
  readonly type: string;
}

interface ItemElement extends HTMLElement {
  readonly variables: readonly Variable[];
  updateResponseVariable: (identifier: string, value: string | readonly string[]) => void;
  processResponse: () => void;
}

/** Opens the player; nothing of it is asked from the network. */
export async function openQtiPlayer(browser: Browser): Promise<QtiPlayer> {
  const page = await browser.newPage();
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  await page.setContent('<!doctype html><qti-item></qti-item>');
  await page.addScriptTag({ path: player });
  const load = (xml: string) =>
    page.evaluate(
      (text) =>
        new Promise<string>((resolve, reject) => {
          const container = document.createElement('item-container');
          const late = setTimeout(() => reject(new Error('The item did not load')), 10_000);
          document.addEventListener(
            'qti-assessment-item-connected',
            (event) => {
              clearTimeout(late);
              const item = (event as CustomEvent<ItemElement>).detail;
              setTimeout(() => resolve(item.innerText), 0);
            },
            { once: true },
          );
          Object.assign(container, { itemXML: text });
          document.querySelector('qti-item')?.replaceChildren(container);
        }),
      xml,
    );
  return {
    async answer(xml, responses) {
      await load(xml);
      return page.evaluate((all) => {
        const item = document
          .querySelector('item-container')
          ?.shadowRoot?.querySelector<ItemElement>('qti-assessment-item');
        if (!item) throw new Error('No item is loaded');
        return all.map((response) => {
          for (const [identifier, value] of Object.entries(response)) {
            item.updateResponseVariable(identifier, value);
          }
          item.processResponse();
          const outcomes = item.variables.filter(
            ({ type, value }) => type === 'outcome' && value !== null && value !== undefined,
          );
          const feedbacks = [...item.querySelectorAll('qti-modal-feedback')] as (HTMLElement & {
            showStatus?: string;
          })[];
          return {
            outcomes: Object.fromEntries(
              outcomes.map(({ identifier, value }) => [identifier, value]),
            ),
            shown: feedbacks
              .filter(({ showStatus }) => showStatus === 'on')
              .map((feedback) => feedback.getAttribute('identifier') ?? ''),
          };
        });
      }, responses);
    },
    read: load,
    complaints: () => heard.splice(0),
    close: () => page.close(),
  };
}
