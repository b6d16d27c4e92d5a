import { oembedAddress } from '$lib/embed/oembed';
import type { BankId } from '$lib/quiz/ids';
import { framingOrigins } from '$lib/server/embed/frame-permission';

/** False where the operator lets no other site frame a bank's quiz. */
export function mayBeFramed({ framing }: Pick<App.Locals, 'framing'>, bankId: BankId): boolean {
  return framingOrigins(framing, bankId)?.length !== 0;
}

/** Where consumers of oEmbed learn of a quiz by the address of its page; null where nobody may frame it. */
export function discoveryOf(
  locals: Pick<App.Locals, 'framing'>,
  bankId: BankId,
  page: string,
): string | null {
  return mayBeFramed(locals, bankId) ? oembedAddress(new URL(page).origin, page) : null;
}
