import { isSlug } from '../passage/source.ts';
import { optionNames, readDeliveryOptions } from '../quiz/delivery-options.ts';
import type { BankId } from '../quiz/ids.ts';
import type { AnsweredMessage, CompletedMessage, ReadyMessage } from './messages.ts';
import { serverOrigin } from './server-origin.ts';
import { embedAddress, reservedHeight, type EmbeddedQuiz } from './snippets.ts';

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
  /** Of all elements in the page, also where they stand inside elements of the host. */
  static readonly frames = new Set<HTMLIFrameElement>();

  readonly #frame = document.createElement('iframe');
  readonly #root = this.attachShadow({ mode: 'open' });
  #isDue = false;

  constructor() {
    super();
    const frame = this.#frame;
    frame.loading = 'lazy';
    frame.style.cssText = `display:block;width:100%;height:${reservedHeight}px;border:0`;
    // As an element it would be held back by a host's `style-src`.
    const style = new CSSStyleSheet();
    style.replaceSync(':host{display:block}:host([hidden]){display:none}');
    this.#root.adoptedStyleSheets = [style];
  }

  connectedCallback(): void {
    VerbatimQuiz.frames.add(this.#frame);
    this.attributeChangedCallback();
  }

  disconnectedCallback(): void {
    VerbatimQuiz.frames.delete(this.#frame);
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
      this.#root.replaceChildren(`verbatim-quiz: bank="${bank}" names no quiz.`);
      return;
    }
    const frame = this.#frame;
    frame.title = this.getAttribute('title') ?? bank;
    const address = this.#addressOf({ id: bank as BankId, title: frame.title });
    if (frame.src === address && frame.parentNode) return;
    // A frame that was taken out leaves no page of its own in the history of the host's tab.
    frame.remove();
    frame.src = address;
    this.#root.replaceChildren(frame);
  }

  #addressOf(bank: EmbeddedQuiz['bank']): string {
    const { faults, options } = readDeliveryOptions((name) => this.getAttribute(name));
    const address = new URL(embedAddress({ origin: serverOrigin, bank, options }));
    // The quiz names what can't be followed.
    for (const { name, value } of faults) address.searchParams.append(name, value);
    return address.href;
  }
}
