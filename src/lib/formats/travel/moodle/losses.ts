import type { MessageId } from '../../../messages/say.ts';
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
        what: 'loss.partMarks',
        touches: (question) => 'score' in question && question.score === 'all',
      },
    ],
  },
  verdict: { how: 'lossless' },
  numeric: {
    how: 'degraded',
    losses: [
      {
        what: 'loss.moodleNumber',
        touches: always,
      },
    ],
  },
  'text-entry': {
    how: 'degraded',
    losses: [
      {
        what: 'loss.text',
        touches: always,
      },
    ],
  },
  order: {
    how: 'degraded',
    losses: [
      {
        what: 'loss.moodleOrder',
        touches: (question) => 'score' in question && question.score === 'each',
      },
      repliesOf('order', 'loss.entryReplies'),
    ],
  },
  match: {
    how: 'degraded',
    losses: [
      {
        what: 'loss.moodleMatch',
        touches: (question) => 'score' in question && question.score === 'all',
      },
      repliesOf('match', 'loss.pairReplies'),
    ],
  },
  'evidence-select': {
    how: 'degraded',
    losses: [
      {
        what: 'loss.moodlePicks',
        touches: (question) => 'pick' in question && question.pick > 1,
      },
    ],
  },
  'verdict-with-evidence': {
    how: 'degraded',
    losses: [
      {
        what: 'loss.moodleEvidence',
        touches: always,
      },
    ],
  },
};

/** What is lost of questions of any type on their way to Moodle. */
export const lostInMoodle: readonly Loss[] = [
  {
    what: 'loss.traps',
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

function repliesOf(type: 'order' | 'match', what: MessageId): Loss {
  return {
    what,
    touches: (question) => {
      const entries =
        'pairs' in question ? question.pairs : 'options' in question ? question.options : [];
      return question.type === type && entries.some(({ reply }) => reply !== null);
    },
  };
}
