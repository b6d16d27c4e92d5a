/** How a quiz gets into a course: as a page or frame of this server, as a tool of it, or as a file. */
export type CourseKind = LiveKind | PlayerKind | BankFormat;

/** What goes on coming from this server: corrections reach it, and the key stays here. */
export type LiveKind = 'link' | 'iframe' | 'element' | 'lti';

/** A file that plays by itself, so that it carries the key. */
export type PlayerKind = 'web' | 'scorm-1.2' | 'scorm-2004' | 'cmi5';

/** A file of questions for another system's own quizzes, with the key. */
export type BankFormat = 'moodle-xml' | 'gift' | 'qti3';

/** Every kind, in the groups and the order in which they are offered. */
export const courseKinds = {
  page: ['iframe', 'element', 'link', 'web'],
  course: ['lti', 'scorm-1.2', 'scorm-2004', 'cmi5'],
  bank: ['moodle-xml', 'gift', 'qti3'],
} as const satisfies Readonly<Record<string, readonly CourseKind[]>>;

/** The kind of this name; null where there is none. */
export function readCourseKind(name: string): CourseKind | null {
  return (
    Object.values(courseKinds)
      .flat()
      .find((kind) => kind === name) ?? null
  );
}

/** True for what is downloaded: a copy as the quiz is now, with its key. */
export function isFileKind(kind: CourseKind): kind is PlayerKind | BankFormat {
  return !['link', 'iframe', 'element', 'lti'].includes(kind);
}

/** True where only the choice of items and their order travels: the rest is the other system's. */
export function isBankFormat(kind: CourseKind): kind is BankFormat {
  return courseKinds.bank.some((format) => format === kind);
}
