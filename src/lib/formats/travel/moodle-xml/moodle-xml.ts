import { carriedByMoodle, lostInMoodle, whyNotInMoodle } from '../moodle/losses.ts';
import { toMoodle } from '../moodle/to-moodle.ts';
import type { TravelFormat } from '../travel-format.ts';
import { writeMoodleXml } from './write-moodle-xml.ts';

/** Moodle XML: all that Moodle’s question bank knows of a question. */
export const moodleXml: TravelFormat = {
  name: 'moodle-xml',
  title: 'Moodle XML',
  ending: '.xml',
  mediaType: 'application/xml',
  carries: carriedByMoodle,
  losses: lostInMoodle,
  refuses: whyNotInMoodle,
  write(bank, say) {
    const questions = bank.questions.map((question) => toMoodle(question, bank.id, say));
    return new TextEncoder().encode(writeMoodleXml(bank.title, questions));
  },
};
