import { embedVersion, type CompletedMessage, type EmbedMessage } from '$lib/embed/messages';
import type { DeliveryOptions } from '$lib/quiz/delivery-options';
import type { ItemId } from '$lib/quiz/ids';
import type { RevealedPage } from '$lib/quiz/item-page';
import type { EmbedPage, EndPage } from '$lib/server/embed/embedding';

/** What a frame shows, as its page is given it. */
export interface EmbedData {
  readonly shown: EmbedPage;
  /** For the page around the frame. */
  readonly told: readonly EmbedMessage[];
  /** Null until the end, and where no pass mark is set. */
  readonly passed: boolean | null;
  readonly passPercent: number | null;
}

/** Makes the data of a page from what it shows; from here on the frame is this bank's. */
export async function embedData(
  locals: App.Locals,
  shown: EmbedPage,
  { passPercent }: DeliveryOptions,
): Promise<EmbedData> {
  if (shown.kind !== 'kept') locals.framedBank = shown.page.bank.id;
  const told = await messagesOf(locals, shown, passPercent);
  const end = told.find((message) => message.type === 'completed');
  return { shown, told, passed: end?.passed ?? null, passPercent };
}

async function messagesOf(
  { app, owner }: Pick<App.Locals, 'app' | 'owner'>,
  shown: EmbedPage,
  passPercent: number | null,
): Promise<EmbedMessage[]> {
  if (shown.kind === 'kept') return [];
  const { bank } = shown.page;
  const total =
    shown.kind === 'item' ? shown.page.total : shown.page.questions.length + shown.page.notReached;
  const ready: EmbedMessage = {
    verbatim: embedVersion,
    type: 'ready',
    bank: bank.id,
    title: bank.title,
    total,
  };
  if (shown.kind === 'results') return [ready, completed(shown.page, passPercent)];
  const { itemId, page } = shown;
  if (page.kind !== 'revealed') return [ready];
  const end = page.next === null ? await app.showResults(page.attempt, owner) : null;
  return [
    ready,
    answered(itemId, page),
    ...(end?.kind === 'results' ? [completed(end, passPercent)] : []),
  ];
}

function answered(item: ItemId, { position, reveal, total }: RevealedPage): EmbedMessage {
  const { grade, maxPoints, points } = reveal;
  return {
    verbatim: embedVersion,
    type: 'answered',
    item,
    correct: grade === 'right',
    points,
    maxPoints,
    position,
    total,
  };
}

function completed(
  { notReachedPoints, results }: EndPage,
  passPercent: number | null,
): CompletedMessage {
  const { points } = results;
  const maxPoints = results.maxPoints + notReachedPoints;
  const percent = maxPoints === 0 ? 0 : (points / maxPoints) * 100;
  return {
    verbatim: embedVersion,
    type: 'completed',
    score: Math.round(percent * 100) / 100,
    passed: passPercent === null ? null : isPassed(points, maxPoints, passPercent),
    points,
    maxPoints,
  };
}

/** True from the mark on; thirds and sixths of points may be a hair below it. */
function isPassed(points: number, maxPoints: number, passPercent: number): boolean {
  return points * 100 >= passPercent * maxPoints - 1e-6;
}
