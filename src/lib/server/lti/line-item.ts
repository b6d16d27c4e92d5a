import type { Sent } from '../deliveries/sent.ts';
import type { Platform, ScoreTarget } from '../storage/lti-store.ts';
import { askService, nextPage, type ServiceAnswer, type ServiceContext } from './ask-service.ts';
import { recordIn, textIn } from './launch-claims.ts';
import { scopes } from './scopes.ts';

/** What a grade is a part of in a new column: percent, whatever the quiz’s points. */
export const scoreMaximum = 100;

/** By which columns of this tool are known among others. */
export const lineItemTag = 'verbatim';

/** The column that a link’s scores go to; or why there is none. */
export type FoundLineItem =
  | { readonly kind: 'found'; readonly address: string }
  | { readonly kind: 'failed'; readonly sent: Sent };

/** What a new column is called, and the id by which the quiz is known in it. */
export interface NewLineItem {
  readonly label: string;
  readonly resourceId: string;
}

const listType = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const itemType = 'application/vnd.ims.lis.v2.lineitem+json';

/** Pages of columns that are looked through. */
const mostPages = 50;

/**
 * Finds the column of a link that was launched without one: by the link, else by the quiz’s id. Only
 * where there is none and the platform lets this tool, one is made (AGS 2.0, 3.2).
 */
export async function findLineItem(
  context: ServiceContext,
  { link, platform }: Pick<ScoreTarget, 'link' | 'platform'>,
  wanted: NewLineItem,
  signal: AbortSignal,
): Promise<FoundLineItem> {
  const { lineItems, scopes: granted } = link;
  const reading = [scopes.lineItem, scopes.lineItemRead].find((scope) => granted.includes(scope));
  if (lineItems === null || reading === undefined) {
    const reason = 'The platform keeps no grade for this link.';
    return { kind: 'failed', sent: { kind: 'pointless', reason } };
  }
  const listed = await listLineItems(context, platform, reading, lineItems, signal);
  if (listed.kind === 'failed') return listed;
  const own = listed.items.find((item) => textIn(item['resourceLinkId']) === link.linkId);
  const same = listed.items.find(
    (item) =>
      textIn(item['resourceLinkId']) === null && textIn(item['resourceId']) === wanted.resourceId,
  );
  const address = addressOf(own ?? same);
  if (address !== null) return { kind: 'found', address };
  if (!granted.includes(scopes.lineItem)) {
    const reason = 'The platform has no grade column for this link, and lets this tool make none.';
    return { kind: 'failed', sent: { kind: 'refused', reason } };
  }
  const body = { scoreMaximum, ...wanted, tag: lineItemTag, resourceLinkId: link.linkId };
  const made = await askService(context, platform, [scopes.lineItem], lineItems, {
    method: 'POST',
    headers: { 'content-type': itemType, accept: itemType },
    body: JSON.stringify(body),
    signal,
  });
  return readMade(made);
}

type Listed =
  | { readonly kind: 'listed'; readonly items: readonly Readonly<Record<string, unknown>>[] }
  | Extract<FoundLineItem, { kind: 'failed' }>;

async function listLineItems(
  context: ServiceContext,
  platform: Platform,
  scope: string,
  lineItems: string,
  signal: AbortSignal,
): Promise<Listed> {
  const items: Readonly<Record<string, unknown>>[] = [];
  let address: string | null = lineItems;
  for (let page = 0; address !== null && page < mostPages; page += 1) {
    const request = { headers: { accept: listType }, signal };
    const answer: ServiceAnswer = await askService(context, platform, [scope], address, request);
    if (answer.kind === 'failed') return { kind: 'failed', sent: answer.sent };
    const list = (await answer.response.json().catch(() => null)) as unknown;
    if (!Array.isArray(list)) {
      const reason = 'The platform’s list of grade columns can’t be read.';
      return { kind: 'failed', sent: { kind: 'later', reason } };
    }
    items.push(...list.map(recordIn));
    address = nextPage(answer.response, address);
  }
  return { kind: 'listed', items };
}

async function readMade(made: ServiceAnswer): Promise<FoundLineItem> {
  if (made.kind === 'failed') return { kind: 'failed', sent: made.sent };
  const address = addressOf(recordIn(await made.response.json().catch(() => null)));
  if (address !== null) return { kind: 'found', address };
  const reason = 'The platform made a grade column and did not say where.';
  return { kind: 'failed', sent: { kind: 'later', reason } };
}

function addressOf(item: Readonly<Record<string, unknown>> | undefined): string | null {
  const id = item?.['id'];
  return typeof id === 'string' && URL.canParse(id) ? id : null;
}

/** Where scores of a column are posted: its path goes on, its query stays (AGS 2.0, 3.3). */
export function scoresAddress(lineItem: string): string {
  const address = new URL(lineItem);
  address.pathname = `${address.pathname.replace(/\/$/, '')}/scores`;
  return address.href;
}
