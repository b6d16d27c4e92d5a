import type { BankId } from '../quiz/ids.ts';
import {
  optionsQuery,
  writeDeliveryOptions,
  type DeliveryOptions,
  type OptionFault,
} from '../quiz/delivery-options.ts';

/** A quiz as it is embedded, and where it is served from. */
export interface EmbeddedQuiz {
  /** Scheme, host and port of the server, without a slash at its end. */
  readonly origin: string;
  readonly bank: { readonly id: BankId; readonly title: string };
  readonly options: DeliveryOptions;
  /** Stand in the address as they were written: the quiz names them. */
  readonly faults?: readonly OptionFault[];
}

/** CSS pixels that a frame is given until it says how high it is. */
export const reservedHeight = 640;

/** CSS pixels beyond which a host lets no frame grow; null where it sets no such limit. */
export interface FrameLimits {
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
}

const boundless: FrameLimits = { maxWidth: null, maxHeight: null };

/** The address of the script that sizes frames and knows `<verbatim-quiz>`. */
function scriptAddress(origin: string): string {
  return `${origin}/embed.js`;
}

/** The address that a frame shows. */
export function embedAddress({ origin, bank, faults = [], options }: EmbeddedQuiz): string {
  const unread = faults.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  const query = [optionsQuery(options), ...unread].filter((part) => part !== '').join('&');
  return `${origin}/embed/${bank.id}${query === '' ? '' : `?${query}`}`;
}

/** Two lines of HTML: a frame, and the script that gives it its height. Without the script it scrolls. */
export function iframeSnippet(quiz: EmbeddedQuiz, limits: FrameLimits = boundless): string {
  const { maxHeight, maxWidth } = limits;
  const address = escapeAttribute(embedAddress(quiz));
  const title = escapeAttribute(quiz.bank.title);
  const style = [
    'border:0',
    ...(maxWidth === null ? [] : [`max-width:${maxWidth}px`]),
    ...(maxHeight === null ? [] : [`max-height:${maxHeight}px`]),
  ].join(';');
  return `<iframe src="${address}" title="${title}" width="100%" height="${frameHeight(limits)}" style="${style}" loading="lazy" data-verbatim></iframe>
${scriptTag(quiz.origin)}`;
}

/** The height that a frame is given at first, in CSS pixels. */
export function frameHeight({ maxHeight }: Pick<FrameLimits, 'maxHeight'>): number {
  return Math.min(reservedHeight, maxHeight ?? reservedHeight);
}

/** Two lines of HTML: the element `<verbatim-quiz>`, and the script that knows it. */
export function elementSnippet(quiz: EmbeddedQuiz): string {
  const attributes = writeDeliveryOptions(quiz.options).map(
    ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
  );
  const title = escapeAttribute(quiz.bank.title);
  return `<verbatim-quiz bank="${quiz.bank.id}"${attributes.join('')} title="${title}"></verbatim-quiz>
${scriptTag(quiz.origin)}`;
}

function scriptTag(origin: string): string {
  return `<script async src="${escapeAttribute(scriptAddress(origin))}"></script>`;
}

/** A text between the quotation marks of an attribute, or between tags. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
