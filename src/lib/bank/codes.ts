/** Every fault that a check can find: its code and its short name. `E…` keeps a bank out. */
export const codes = {
  E100: 'unreadable-front-matter',
  E101: 'quote-not-found',
  E102: 'quote-ambiguous',
  E103: 'source-changed',
  E104: 'text-swallowed',
  E105: 'unknown-source',
  E106: 'reply-not-indented',
  E107: 'markup-in-quotation',
  E108: 'entry-without-sign',
  E109: 'text-without-role',
  E110: 'wrong-number-of-keys',
  E111: 'duplicate-options',
  E112: 'tolerance-admits-wrong',
  E113: 'not-stated-unsearched',
  E114: 'compare-needs-two',
  E115: 'verdict-without-passage',
  E116: 'keys-swallowed',
  E117: 'no-item-type',
  E118: 'missing-part',
  E119: 'nested-too-deep',
  E120: 'bad-id',
  E130: 'unknown-key',
  E131: 'unreadable-value',
  E140: 'lock-lies',
  E141: 'not-locked',
  E142: 'unreadable-lock',
  E150: 'unknown-reference',
  W201: 'distractor-without-reply',
  W202: 'key-stands-out',
  W203: 'clue-in-wording',
  W204: 'key-always-same-place',
  W205: 'gives-another-away',
  W206: 'verdicts-lean',
  W207: 'many-options',
  W208: 'long-quotation',
  W209: 'stem-copied',
  W210: 'figure-not-in-passage',
  W211: 'source-share',
  W212: 'distractor-stated',
  W213: 'quoted-share',
  W214: 'not-whole-sentences',
  W215: 'difference-unmarked',
  W216: 'question-given-away',
  W217: 'draft',
  W218: 'draft-complete',
  W219: 'only-drafts',
} as const;

/** The code of a fault. */
export type Code = keyof typeof codes;

/** True for a fault that keeps its bank from being served. */
export function isError(issue: { readonly code: string }): boolean {
  return issue.code.startsWith('E');
}
