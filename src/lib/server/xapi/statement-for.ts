import {
  answeredStatement,
  completedStatement,
  judgedStatement,
  type ToldAttempt,
} from '../../formats/xapi/attempt-statements.ts';
import type { Statement } from '../../formats/xapi/statement.ts';
import { uuidOf } from '../../formats/xapi/uuid.ts';
import type { AttemptId, ItemId, OwnerId } from '../../quiz/ids.ts';
import type { Bank } from '../../quiz/item.ts';
import type { AttemptContext } from '../attempts/context.ts';
import type { Answer, Attempt } from '../storage/store.ts';
import { toldItem } from './told-item.ts';

/** What a statement is made of: what happened in an attempt. */
export type StatementEvent =
  | { readonly kind: 'answered'; readonly itemId: ItemId }
  | { readonly kind: 'completed' }
  /** Passed or failed. */
  | { readonly kind: 'judged' };

/** The key of the delivery that tells of an event. */
export function statementKey({ id, owner }: Attempt, event: StatementEvent): string {
  const itemId = event.kind === 'answered' ? `/${event.itemId}` : '';
  return `${owner}/${id}/${event.kind}${itemId}`;
}

type Context = Pick<AttemptContext, 'library' | 'say' | 'store'>;

/**
 * The statement that a key names, made of what was answered: corrections that a class has made since
 * change nothing of it. Null where the attempt is gone, or its class has no pass mark any more.
 */
export async function statementFor(
  context: Context,
  origin: string,
  key: string,
): Promise<Statement | null> {
  const [owner = '', id = '', kind, itemId] = key.split('/');
  const attempt = await context.store.findAttempt(id as AttemptId, owner as OwnerId);
  if (!attempt) return null;
  const answers = await context.store.listAnswers(attempt.id, attempt.owner);
  const told = toldAttempt(context, origin, attempt);
  if (kind === 'answered') {
    const answer = answers.find((each) => each.itemId === itemId);
    return answer ? answeredFor(context, told, attempt, answer) : null;
  }
  const last = answers.at(-1);
  if (!last) return null;
  const outcome = sumOf(answers);
  if (kind === 'completed') return completedStatement(told, outcome, last.answeredAt);
  const passPercent = await findPassPercent(context, attempt);
  return passPercent === null ? null : judgedStatement(told, outcome, passPercent, last.answeredAt);
}

function answeredFor(
  { library, say }: Context,
  told: ToldAttempt,
  { bankId }: Attempt,
  answer: Answer,
): Statement {
  const item = library.banks.get(bankId)?.items.find(({ id }) => id === answer.itemId) ?? null;
  return answeredStatement(told, toldItem(item, answer, say), answer, answer.answeredAt);
}

function toldAttempt({ library }: Context, origin: string, attempt: Attempt): ToldAttempt {
  const { bankId, owner } = attempt;
  const bank = library.banks.get(bankId) ?? withdrawnBank(bankId);
  const { id, language, summary, title } = bank;
  return {
    origin,
    attemptId: attempt.id,
    pseudonym: uuidOf(`${origin}/learners/${owner}`),
    bank: { id, language, summary, title },
  };
}

/** What is known of a bank that is not served any more. */
function withdrawnBank(id: Bank['id']): Pick<Bank, 'id' | 'language' | 'summary' | 'title'> {
  return { id, title: id, summary: id, language: 'und' };
}

function sumOf(answers: readonly Answer[]) {
  const points = answers.reduce((sum, answer) => sum + answer.points, 0);
  const maxPoints = answers.reduce((sum, answer) => sum + answer.maxPoints, 0);
  return { points, maxPoints, correct: answers.every(({ correct }) => correct) };
}

/** From which percent on an attempt is passed; null where there is no such mark. */
export async function findPassPercent(
  { store }: Pick<Context, 'store'>,
  { inClass }: Pick<Attempt, 'inClass'>,
): Promise<number | null> {
  const assignment = inClass && (await store.classes.findAssignment(inClass.assignmentId));
  return assignment?.passPercent ?? null;
}
