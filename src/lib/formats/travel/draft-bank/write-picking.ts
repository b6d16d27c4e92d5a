import type { TravelPicking } from '../question.ts';
import type { Gaps } from './gaps.ts';
import { sourceIdOf, writePassage } from './write-passage.ts';
import { replyBelow, trapOf } from './write-reply.ts';
import type { WrittenForm } from './written-form.ts';

/** `pick: 1`, and the sentences to pick from: those of a proof marked, and told apart by groups. */
export function writePicking({ groups, pick, sentences }: TravelPicking, gaps: Gaps): WrittenForm {
  const lines = sentences.map(({ id, passage, ...reply }) => {
    const own = groups.flatMap((group, index) => (group.includes(id) ? [index] : []));
    if (own.length > 1)
      gaps.miss('A sentence belongs to several proofs, and can stand in one only.');
    const isNamed = groups.length > 1 && own[0] !== undefined;
    const group = isNamed ? ` #group ${own[0] === undefined ? '' : own[0] + 1}` : '';
    const sign = `- [${own.length > 0 ? 'x' : ' '}] `;
    const trap = trapOf(reply, gaps);
    return `${sign}${writePassage(passage, gaps)}${group}${trap}${replyBelow(reply, '  ')}`;
  });
  const isProved = groups.some((group) =>
    sentences.some(({ id, passage }) => group.includes(id) && sourceIdOf(passage.source) !== null),
  );
  if (!isProved || groups.some(({ length }) => length > pick) || pick >= sentences.length) {
    gaps.miss(
      'It needs sentences that prove it, as many as may be picked, and others beside them.',
    );
  }
  return { keys: [`pick: ${pick}`], parts: lines.length > 0 ? [lines.join('\n')] : [] };
}
