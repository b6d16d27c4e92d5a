import { bankToTravel } from '../../formats/travel/question-of-item.ts';
import { findLosses, writeTravelFile, type BankLoss } from '../../formats/travel/carry-bank.ts';
import type { TravelBank } from '../../formats/travel/question.ts';
import type { TravelFormat } from '../../formats/travel/travel-format.ts';
import { travelFormats } from '../../formats/travel/travel-formats.ts';
import type { BankFormat } from '../../quiz/course-kind.ts';
import type { Course } from './course.ts';
import type { PackageKindRules } from './package-kinds.ts';

type TravellingCourse = Pick<Course, 'bank' | 'options' | 'say' | 'sources'>;

/** A course’s bank, or the items of it that were chosen, as it travels. */
function travelBank({ bank, options, say, sources }: TravellingCourse): TravelBank {
  const cards = new Map(sources.map((source) => [source.id, source]));
  return bankToTravel(bank, options.items, { sources: cards, say });
}

/** The questions of a bank as a file for another system’s own quizzes. */
export function bankFile(format: TravelFormat): PackageKindRules {
  const { ending, mediaType } = format;
  return {
    ending,
    mediaType,
    make: (course) => Promise.resolve(writeTravelFile(format, travelBank(course), course.say)),
  };
}

/** What a file of this kind loses of the questions of a course; it tells no key. */
export function bankLosses(course: TravellingCourse, kind: BankFormat): readonly BankLoss[] {
  return findLosses(travelFormats[kind], travelBank(course).questions);
}
