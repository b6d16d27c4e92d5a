import { lostInMoodle, carriedByMoodle, whyNotInMoodle } from '../moodle/losses.ts';
import { toMoodle } from '../moodle/to-moodle.ts';
import type { TravelQuestion } from '../question.ts';
import type { TravelFormat } from '../travel-format.ts';
import { writeGift } from './write-gift.ts';

/** GIFT, as Moodle reads it: plain text for teachers who write questions by hand. */
export const gift: TravelFormat = {
  name: 'gift',
  title: 'GIFT',
  ending: '.txt',
  mediaType: 'text/plain; charset=utf-8',
  carries: {
    ...carriedByMoodle,
    numeric: {
      how: 'degraded',
      losses: [
        ...lossesOf('numeric'),
        {
          what: 'loss.giftUnit',
          touches: (question) => question.type === 'numeric' && question.unit !== null,
        },
      ],
    },
    order: {
      how: 'degraded',
      losses: [
        {
          what: 'loss.giftOrder',
          touches: () => true,
        },
        ...lossesOf('order').slice(1),
      ],
    },
  },
  losses: lostInMoodle,
  refuses: (question) => whyNotInMoodle(question) ?? whyNotInGift(question),
  write(bank, say) {
    const questions = bank.questions.map((question) => toMoodle(question, bank.id, say));
    return new TextEncoder().encode(writeGift(bank.title, questions, say));
  },
};

function lossesOf(type: 'numeric' | 'order') {
  const carriage = carriedByMoodle[type];
  return carriage.how === 'degraded' ? carriage.losses : [];
}

function whyNotInGift(question: TravelQuestion): string | null {
  if (question.type !== 'text-entry') return null;
  const texts = [...question.variants, ...question.expectedWrong.map(({ given }) => given)];
  return texts.some((text) => text.includes('->'))
    ? 'GIFT takes “->” in a short answer for that of a match, and has no way to write another.'
    : null;
}
