import type { ItemType } from '../../../quiz/item.ts';
import type { TravelQuestion } from '../question.ts';
import type { Carriage, Loss } from '../travel-format.ts';
import { percentOf } from './percents.ts';

const always = () => true;

/** What Moodle makes of each item type, in whatever file it arrives. */
export const carriedByMoodle: { readonly [T in ItemType]: Carriage } = {
  'single-choice': { how: 'lossless' },
  'multiple-response': {
    how: 'degraded',
    losses: [
      {
        what: 'With `score: all` Moodle gives part marks, as with `score: each`.',
        touches: (question) => 'score' in question && question.score === 'all',
      },
    ],
  },
  verdict: { how: 'lossless' },
  numeric: {
    how: 'degraded',
    losses: [
      {
        what: 'A number is read as Moodle reads it: no scale words (“1.2 million”), and no other words for the unit.',
        touches: always,
      },
    ],
  },
  'text-entry': {
    how: 'degraded',
    losses: [
      {
        what: 'Accents, punctuation and spaces count, and a slip of the pen earns nothing; case alone does not count.',
        touches: always,
      },
    ],
  },
  order: {
    how: 'degraded',
    losses: [
      {
        what: 'With `score: each` Moodle counts the pairs in the right order without taking those in the wrong one away.',
        touches: (question) => 'score' in question && question.score === 'each',
      },
      repliesOf('order', 'Replies to single entries are left out: Moodle shows none.'),
    ],
  },
  match: {
    how: 'degraded',
    losses: [
      {
        what: 'With `score: all` Moodle gives a share for each right pair, as with `score: each`.',
        touches: (question) => 'score' in question && question.score === 'all',
      },
      repliesOf('match', 'Replies to single pairs are left out: Moodle shows none.'),
    ],
  },
  'evidence-select': {
    how: 'degraded',
    losses: [
      {
        what: 'Where several sentences may be picked, Moodle limits their number by nothing and gives part marks.',
        touches: (question) => 'pick' in question && question.pick > 1,
      },
    ],
  },
  'verdict-with-evidence': {
    how: 'degraded',
    losses: [
      {
        what: 'The verdict alone is asked, for one point: Moodle has no question of two parts. The sentences that prove it stand in the explanation, the other sentences are left out.',
        touches: always,
      },
    ],
  },
};

/** What is lost of questions of any type on their way to Moodle. */
export const lostInMoodle: readonly Loss[] = [
  {
    what: 'Traps are left out: they name misreadings for our own statistics.',
    touches: (question) => JSON.stringify(question).includes('"trap":"'),
  },
];

/** Why a question can’t be asked in Moodle, in words; null where it can. */
export function whyNotInMoodle(question: TravelQuestion): string | null {
  if (question.type === 'multiple-response') {
    const keys = question.options.filter(({ isKey }) => isKey).length;
    return shareFault(keys, question.options.length - keys);
  }
  if (question.type !== 'evidence-select' || question.pick === 1) return null;
  if (question.groups.length > 1) {
    return 'Moodle can’t tell one proof from another where each takes several sentences.';
  }
  const keys = question.groups.flat().length;
  return shareFault(keys, question.sentences.length - keys);
}

function shareFault(keys: number, others: number): string | null {
  const odd = [keys, others].find((parts) => parts > 0 && percentOf(parts) === null);
  return odd === undefined ? null : `Moodle knows no share of one in ${odd}.`;
}

function repliesOf(type: 'order' | 'match', what: string): Loss {
  return {
    what,
    touches: (question) => {
      const entries =
        'pairs' in question ? question.pairs : 'options' in question ? question.options : [];
      return question.type === type && entries.some(({ reply }) => reply !== null);
    },
  };
}
