import { writeDeliveryOptions, type DeliveryOptions } from '../../quiz/delivery-options.ts';

/** True for what is shown in frames of other sites, by the path of an address. */
export function isEmbedPath(pathname: string): boolean {
  return pathname.startsWith('/embed/');
}

/** What every link and form of an embed carries on, since nothing else remembers it. */
export interface Journey {
  /** Null where the address does not name it. */
  readonly bankId: string | null;
  readonly options: DeliveryOptions;
  /** Null where a header tells who is asking. */
  readonly secret: string | null;
}

/** An address of an embed with the journey; any other as it is. */
export function carryJourney(address: string, { bankId, options, secret }: Journey): string {
  if (!isEmbedPath(address)) return address;
  const [beforeHash = '', ...hash] = address.split('#');
  const [path = '', ...query] = beforeHash.split('?');
  const carried = new URLSearchParams([
    ...(bankId === null ? [] : [['bank', bankId]]),
    ...writeDeliveryOptions(options).map((pair) => [...pair]),
    ...(secret === null ? [] : [['as', secret]]),
  ]);
  const search = [...query, String(carried)].filter(Boolean).join('&');
  return [search ? `${path}?${search}` : path, ...hash].join('#');
}

/**
 * A page of an embed whose links and forms carry the journey, and whose other links open beside the
 * host's page: inside the frame the site may not be shown.
 */
export function embedPage(html: string, journey: Journey): string {
  return html.replace(
    /<(a|form)\b([^>]*?)\s(href|action)="([^"#?][^"]*)"/g,
    (all, tag: string, between: string, name: string, address: string) => {
      if (!isEmbedPath(address)) {
        return tag === 'a' ? `${all} target="_blank" rel="noopener noreferrer"` : all;
      }
      const carried = carryJourney(address.replaceAll('&amp;', '&'), journey);
      return `<${tag}${between} ${name}="${carried.replaceAll('&', '&amp;')}"`;
    },
  );
}

/** A page in the colours of its options: `style` goes by the nonce that the page's own styles have. */
export function inColours(html: string, theme: string, style: string): string {
  const nonce = /<style[^>]*\snonce="([^"]+)"/.exec(html)?.[1] ?? '';
  const themed = html.replace('<html ', `<html data-theme="${theme}" `);
  return style === ''
    ? themed
    : themed.replace('</head>', `<style nonce="${nonce}">${style}</style></head>`);
}

/**
 * The policy of a page (CSP 3) for one that may be framed by these. Its own origin is named beside
 * `'self'`, which in a sandbox means nothing to WebKit.
 */
export function framedPolicy(policy: string, origin: string, ancestors: string): string {
  return policy
    .replaceAll("'self'", `'self' ${origin}`)
    .replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors}`);
}

/** The policy of a page of ours that shows a quiz in a frame, by the code that other sites use. */
export function framingPolicy(policy: string): string {
  return `${policy}; frame-src 'self'; style-src-attr 'unsafe-inline'`;
}
