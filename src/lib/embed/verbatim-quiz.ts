import { isSlug } from '../passage/source.ts';
import { optionNames, readDeliveryOptions } from '../quiz/delivery-options.ts';
import type { BankId } from '../quiz/ids.ts';
import type { AnsweredMessage, CompletedMessage, ReadyMessage } from './messages.ts';
import { serverOrigin } from './server-origin.ts';
import { embedAddress, reservedHeight } from './snippets.ts';

declare global {
  interface HTMLElementEventMap {
    'verbatim-ready': CustomEvent<ReadyMessage>;
    'verbatim-answered': CustomEvent<AnsweredMessage>;
    'verbatim-completed': CustomEvent<CompletedMessage>;
  }
}

/**
 * `<verbatim-quiz bank="…">`: a quiz of the server that this script came from, in a frame. Options are
 * attributes by the names of `quiz/delivery-options.ts`; `title` is what screen readers call the frame.
 */
export class VerbatimQuiz extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['bank', 'title', ...optionNames];

  readonly #frame = document.createElement('iframe');
  #isDue = false;

  constructor() {
    super();
    const frame = this.#frame;
    frame.loading = 'lazy';
    frame.style.cssText = `display:block;width:100%;height:${reservedHeight}px;border:0`;
    const root = this.attachShadow({ mode: 'open' });
    // As an element it would be held back by a host's `style-src`.
    const style = new CSSStyleSheet();
    style.replaceSync(':host{display:block}:host([hidden]){display:none}');
    root.adoptedStyleSheets = [style];
  }

  connectedCallback(): void {
    this.attributeChangedCallback();
  }

  /** Several attributes may change at once: the frame follows when all have. */
  attributeChangedCallback(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.isConnected) this.#show();
    });
  }

  #show(): void {
    const bank = this.getAttribute('bank') ?? '';
    if (!isSlug(bank)) {
      this.#frame.replaceWith(`verbatim-quiz: bank="${bank}" names no quiz.`);
      return;
    }
    const title = this.getAttribute('title') ?? bank;
    const { options } = readDeliveryOptions((name) => this.getAttribute(name));
    const address = embedAddress({
      origin: serverOrigin,
      bank: { id: bank as BankId, title },
      options,
    });
    this.#frame.title = title;
    if (this.#frame.src !== address) this.#frame.src = address;
    if (!this.#frame.isConnected) this.shadowRoot?.append(this.#frame);
  }
}
