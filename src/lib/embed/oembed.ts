import { isSlug } from '../passage/source.ts';
import { readDeliveryOptions, type DeliveryOptions } from '../quiz/delivery-options.ts';
import type { BankId } from '../quiz/ids.ts';
import {
  embedAddress,
  escapeAttribute,
  frameHeight,
  iframeSnippet,
  type EmbeddedQuiz,
  type FrameLimits,
} from './snippets.ts';

/** What a consumer asks of {@link oembedAnswer}, or why it can't be answered. */
export type OembedRequest =
  | {
      readonly kind: 'quiz';
      readonly bankId: BankId;
      readonly options: DeliveryOptions;
      readonly limits: FrameLimits;
    }
  /** No `url` is given (400). */
  | { readonly kind: 'no-address' }
  /** The `url` is no page of a quiz here (404). */
  | { readonly kind: 'foreign' }
  /** Another form than JSON is wanted (501). */
  | { readonly kind: 'format' }
  /** A limit is no number (400). */
  | { readonly kind: 'limit'; readonly name: 'maxwidth' | 'maxheight'; readonly value: string };

/** CSS pixels of a frame whose host sets no limit to its width. */
const naturalWidth = 800;
/** Seconds for which an answer holds: a title may change, and frames show what holds now. */
const cacheSeconds = 86_400;

/** Reads the address of an oEmbed request (oEmbed 1.0, 2.2); quizzes are those of its own server. */
export function readOembedRequest({ origin, searchParams }: URL): OembedRequest {
  const format = searchParams.get('format') ?? '';
  if (format !== '' && format !== 'json') return { kind: 'format' };
  const written = searchParams.get('url')?.trim() ?? '';
  if (written === '') return { kind: 'no-address' };
  const quiz = readQuizAddress(written, origin);
  if (!quiz) return { kind: 'foreign' };
  const [maxWidth, maxHeight] = [
    readLimit(searchParams.get('maxwidth')),
    readLimit(searchParams.get('maxheight')),
  ];
  if (maxWidth === undefined) return faultyLimit('maxwidth', searchParams);
  if (maxHeight === undefined) return faultyLimit('maxheight', searchParams);
  return { kind: 'quiz', ...quiz, limits: { maxWidth, maxHeight } };
}

/** The quiz of an address of this server, over http or https: `/banks/<bank>` or `/embed/<bank>`. */
function readQuizAddress(written: string, origin: string) {
  if (!URL.canParse(written)) return null;
  const { host, pathname, protocol, searchParams } = new URL(written);
  if (!/^https?:$/.test(protocol) || host !== new URL(origin).host) return null;
  const id = /^\/(?:banks|embed)\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (id === undefined || !isSlug(id)) return null;
  const { options } = readDeliveryOptions((name) => searchParams.get(name));
  return { bankId: id as BankId, options };
}

/** Whole CSS pixels; null for none or 0, undefined for what is no number. */
function readLimit(written: string | null): number | null | undefined {
  if (!written) return null;
  const limit = /^\d{1,9}(?:\.\d+)?$/.test(written) ? Math.floor(Number(written)) : undefined;
  return limit === 0 ? null : limit;
}

function faultyLimit(name: 'maxwidth' | 'maxheight', query: URLSearchParams): OembedRequest {
  return { kind: 'limit', name, value: query.get(name) ?? '' };
}

/** An answer of the type `rich` (oEmbed 1.0, 2.3.4.4). */
export interface OembedAnswer {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

/**
 * The frame of a quiz. For WordPress (`isWordPress`) in the form that it makes of a frame anyway, and by
 * which alone it loads its script that gives frames their height; others get the very snippet that the
 * builder's page gives.
 */
export function oembedAnswer(
  quiz: EmbeddedQuiz,
  { isWordPress, limits, provider }: OembedAsked,
): OembedAnswer {
  const size = {
    width: Math.min(naturalWidth, limits.maxWidth ?? naturalWidth),
    height: frameHeight(limits),
  };
  return {
    version: '1.0',
    type: 'rich',
    title: quiz.bank.title,
    provider_name: provider,
    provider_url: quiz.origin,
    cache_age: cacheSeconds,
    ...size,
    html: isWordPress ? wordPressSnippet(quiz, size) : iframeSnippet(quiz, limits),
  };
}

/** Who asks for a frame, and who gives it. */
export interface OembedAsked {
  readonly isWordPress: boolean;
  readonly limits: FrameLimits;
  /** The name of this site. */
  readonly provider: string;
}

/** True for requests of WordPress itself, which says so. */
export function isFromWordPress(userAgent: string | null): boolean {
  return userAgent?.startsWith('WordPress/') ?? false;
}

/** A quotation with a link, which is shown until the frame has told its height, and the frame. */
function wordPressSnippet(
  quiz: EmbeddedQuiz,
  { height, width }: { readonly width: number; readonly height: number },
): string {
  const [address, title] = [embedAddress(quiz), quiz.bank.title].map(escapeAttribute);
  const link = `<a href="${quiz.origin}/banks/${quiz.bank.id}">${title}</a>`;
  return `<blockquote class="wp-embedded-content">${link}</blockquote>
<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${address}" title="${title}" width="${width}" height="${height}" frameborder="0" marginwidth="0" marginheight="0"></iframe>`;
}

/** The address that answers for a page of a quiz here, as pages name it to consumers. */
export function oembedAddress(origin: string, page: string): string {
  return `${origin}/oembed?url=${encodeURIComponent(page)}&format=json`;
}
