import type { VerdictLabel } from '../quiz/verdict-label.ts';

const supported = 'A source states it, and none of those shown speaks against it.';
const refuted = 'The passage excludes the claim: both can’t be true.';
const notStated =
  'The matter is touched, but no source that was searched says this. Silence neither proves nor refutes.';
const conflicting = 'The passages say different things of the same matter, so neither settles it.';

/** What follows from the definition of the right label, for each wrong one that was chosen. */
const replies: Readonly<Record<VerdictLabel, Readonly<Partial<Record<VerdictLabel, string>>>>> = {
  supported: {
    refuted: `${supported} Nothing shown excludes it.`,
    'not-stated': `${supported} It is there to be read.`,
    conflicting: `${supported} There is no second view of it.`,
  },
  refuted: {
    supported: `${refuted} The words look alike and say something else.`,
    'not-stated': `${refuted} That is more than silence.`,
    conflicting: `${refuted} No source takes the claim’s side.`,
  },
  'not-stated': {
    supported: `${notStated} Being likely is not being stated.`,
    refuted: `${notStated} Nothing speaks against it either.`,
    conflicting: `${notStated} Where nothing is said, nothing disagrees.`,
  },
  conflicting: {
    supported: `${conflicting} One of them alone would support the claim.`,
    refuted: `${conflicting} One of them alone would exclude the claim.`,
    'not-stated': `${conflicting} It is stated, twice and unlike.`,
  },
};

/** A reply that is true by definition, for a label whose author wrote none. */
export function defaultReply(key: VerdictLabel, chosen: VerdictLabel): string | null {
  return replies[key][chosen] ?? null;
}
