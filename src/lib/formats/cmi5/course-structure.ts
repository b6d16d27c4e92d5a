import { xmlText } from '../xml-text.ts';

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

/** The IRI of the course's one unit, under which statements name its items. */
export function unitId({ courseId }: Pick<Cmi5Course, 'courseId'>): string {
  return `${courseId}/quiz`;
}

/**
 * `cmi5.xml`, a course structure (cmi5 Quartz, 13). Without a pass mark the learner moves on by
 * completing the quiz; with one by passing it too.
 */
export function courseStructure(course: Cmi5Course): string {
  const { courseId, passPercent } = course;
  const mastery = passPercent === null ? '' : ` masteryScore="${passPercent / 100}"`;
  const moveOn = passPercent === null ? 'Completed' : 'CompletedAndPassed';
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${xmlText(courseId)}">
${described(course, '    ')}
  </course>
  <au id="${xmlText(unitId(course))}" moveOn="${moveOn}"${mastery} launchMethod="AnyWindow" activityType="http://adlnet.gov/expapi/activities/assessment">
${described(course, '    ')}
    <url>${xmlText(course.page)}</url>
  </au>
</courseStructure>
`;
}

function described({ description, language, title }: Cmi5Course, indent: string): string {
  return [
    ['title', title],
    ['description', description],
  ]
    .map(([name, text]) => {
      const lang = `<langstring lang="${xmlText(language)}">${xmlText(text ?? '')}</langstring>`;
      return `${indent}<${name}>${lang}</${name}>`;
    })
    .join('\n');
}
