import type { Sent } from '../deliveries/sent.ts';
import type { Platform, ScoreTarget } from '../storage/lti-store.ts';
import { askService, listFrom, type ServiceAnswer, type ServiceContext } from './ask-service.ts';
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
  const { lineItems } = link;
  const scope = readingScope(link);
  if (lineItems === null || scope === undefined) {
    const reason = 'The platform keeps no grade for this link.';
    return { kind: 'failed', sent: { kind: 'pointless', reason } };
  }
  const list = (filter: Filter) =>
    listLineItems(context, platform, scope, filtered(lineItems, filter), signal);
  const own = await list({ resource_link_id: link.linkId });
  if (own.kind === 'failed') return own;
  const ofLink = own.items.find((item) => textIn(item['resourceLinkId']) === link.linkId);
  if (ofLink) return { kind: 'found', address: ofLink.id };
  const same = await list({ resource_id: wanted.resourceId });
  if (same.kind === 'failed') return same;
  const ofQuiz = same.items.find(
    (item) =>
      textIn(item['resourceLinkId']) === null && textIn(item['resourceId']) === wanted.resourceId,
  );
  if (ofQuiz) return { kind: 'found', address: ofQuiz.id };
  if (!link.scopes.includes(scopes.lineItem)) {
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

/** True where the column of a link can be looked up, also where the one that was known is gone. */
export function isLookedUp(link: ScoreTarget['link']): boolean {
  return link.lineItems !== null && readingScope(link) !== undefined;
}

function readingScope({ scopes: granted }: ScoreTarget['link']): string | undefined {
  return [scopes.lineItem, scopes.lineItemRead].find((scope) => granted.includes(scope));
}

/** What columns are asked for (AGS 2.0, 3.2.3), since a course may have hundreds. */
type Filter = Readonly<Record<'resource_link_id', string> | Record<'resource_id', string>>;

function filtered(lineItems: string, filter: Filter): string {
  const address = new URL(lineItems);
  for (const [name, value] of Object.entries(filter)) address.searchParams.set(name, value);
  return address.href;
}

interface Column extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

type Listed =
  | { readonly kind: 'listed'; readonly items: readonly Column[] }
  | Extract<FoundLineItem, { kind: 'failed' }>;

async function listLineItems(
  context: ServiceContext,
  platform: Platform,
  scope: string,
  address: string,
  signal: AbortSignal,
): Promise<Listed> {
  const request = { address, headers: { accept: listType }, signal };
  const list = await listFrom(context, platform, [scope], request, (page) => page);
  if (list.kind === 'failed') return list;
  const items = list.entries.flatMap((entry) => {
    const item = recordIn(entry);
    const id = addressOf(item);
    return id === null ? [] : [{ ...item, id }];
  });
  return { kind: 'listed', items };
}

async function readMade(made: ServiceAnswer): Promise<FoundLineItem> {
  if (made.kind === 'failed') return { kind: 'failed', sent: made.sent };
  const address = addressOf(recordIn(await made.response.json().catch(() => null)));
  if (address !== null) return { kind: 'found', address };
  const reason = 'The platform made a grade column and did not say where.';
  return { kind: 'failed', sent: { kind: 'later', reason } };
}

function addressOf({ id }: Readonly<Record<string, unknown>>): string | null {
  return typeof id === 'string' && URL.canParse(id) ? id : null;
}

/** Where scores of a column are posted: its path goes on, its query stays (AGS 2.0, 3.3). */
export function scoresAddress(lineItem: string): string {
  const address = new URL(lineItem);
  address.pathname = `${address.pathname.replace(/\/$/, '')}/scores`;
  return address.href;
}
