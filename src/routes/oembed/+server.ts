import {
  isFromWordPress,
  oembedAnswer,
  readOembedRequest,
  type OembedRequest,
} from '$lib/embed/oembed';
import type { Say } from '$lib/messages/say';
import { mayBeFramed } from '../oembed-discovery';
import type { RequestHandler } from './$types';

/** Says how the frame of a quiz is shown, to systems that make frames of pasted addresses (oEmbed 1.0). */
export const GET: RequestHandler = ({ locals, request, url }) => {
  const asked = readOembedRequest(url);
  if (asked.kind !== 'quiz') return refuse(asked, locals.say);
  const bank = locals.app.library.banks.get(asked.bankId);
  if (!bank || !mayBeFramed(locals, bank.id)) {
    return inWords(404, locals.say('oembed.unknown', { bank: asked.bankId }));
  }
  const { faults, limits, options } = asked;
  const answer = oembedAnswer(
    { origin: url.origin, bank, options, faults },
    {
      isWordPress: isFromWordPress(request.headers.get('user-agent')),
      limits,
      provider: locals.say('site.name'),
    },
  );
  return Response.json(answer, {
    headers: { 'cache-control': `max-age=${answer.cache_age}`, vary: 'user-agent' },
  });
};

const statuses = { 'no-address': 400, foreign: 404, format: 501, limit: 400 } as const;

function refuse(asked: Exclude<OembedRequest, { readonly kind: 'quiz' }>, say: Say): Response {
  const words =
    asked.kind === 'limit'
      ? say('oembed.limit', { name: asked.name, value: asked.value })
      : say(`oembed.${asked.kind}`);
  return inWords(statuses[asked.kind], words);
}

function inWords(status: number, words: string): Response {
  return new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
