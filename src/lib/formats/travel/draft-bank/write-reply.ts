import type { TravelReply, TravelWrong } from '../question.ts';
import { isTrapName, oneLine, opening, trapSign, wrongReply } from './bank-text.ts';
import type { Gaps } from './gaps.ts';

/** The sign of a misreading; one whose name the format can’t carry is lost. */
export function trapOf({ trap }: Pick<TravelReply, 'trap'>, { lose }: Gaps): string {
  if (trap === null || isTrapName(trap)) return trapSign(trap);
  lose(`The misreading “${trap}” is left out: its name is not in a-z, 0-9 and -.`);
  return '';
}

/** The reply to an entry, on a line of its own below it. */
export function replyBelow({ reply }: Pick<TravelReply, 'reply'>, indent: string): string {
  return reply === null || oneLine(reply) === '' ? '' : `\n${indent}> ${opening(reply)}`;
}

/** `not value: reply`, one a line; none where there is no such reply. */
export function wrongLines<Value>(
  expected: readonly TravelWrong<Value>[],
  write: (given: Value) => string,
  gaps: Gaps,
): string[] {
  const lines = expected.flatMap(({ given, reply, trap }) => {
    const value = write(given);
    if (value !== '' && !value.includes(':') && oneLine(reply) !== '') {
      return [`not ${value}: ${wrongReply(reply)}${trapOf({ trap }, gaps)}`];
    }
    gaps.lose(`What is said to “${value}” is left out: it is empty, or “:” stands in the answer.`);
    return [];
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}
