import { xml, xmlFile } from '../xml.ts';

/** A course of one assignable unit: a quiz. */
export interface Cmi5Course {
  /** An IRI that stays the same from version to version; the unit's lies under it, and is another. */
  readonly courseId: string;
  readonly title: string;
  readonly description: string;
  /** Of title and description (BCP 47). */
  readonly language: string;
  /** From this percent on (1 to 100) it is passed; null where there is no such mark. */
  readonly passPercent: number | null;
  /** The unit's page, inside the package. */
  readonly page: string;
}

const namespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

/**
 * `cmi5.xml`, a course structure (cmi5 Quartz, 13). Without a pass mark the learner moves on by
 * completing the quiz; with one by passing it too.
 */
export function courseStructure(course: Cmi5Course): string {
  const { courseId, page, passPercent } = course;
  const unit = {
    id: `${courseId}/quiz`,
    moveOn: passPercent === null ? 'Completed' : 'CompletedAndPassed',
    masteryScore: passPercent === null ? null : passPercent / 100,
    launchMethod: 'AnyWindow',
    activityType: 'http://adlnet.gov/expapi/activities/assessment',
  };
  return xmlFile(
    xml(
      'courseStructure',
      { xmlns: namespace },
      xml('course', { id: courseId }, ...described(course)),
      xml('au', unit, ...described(course), xml('url', {}, page)),
    ),
  );
}

function described({ description, language, title }: Cmi5Course) {
  const inLanguage = (text: string) => xml('langstring', { lang: language }, text);
  return [
    xml('title', {}, inLanguage(title)),
    xml('description', {}, inLanguage(description)),
  ] as const;
}
