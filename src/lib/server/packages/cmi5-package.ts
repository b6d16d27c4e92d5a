import { courseStructure } from '../../formats/cmi5/course-structure.ts';
import { playerPage } from '../../formats/player-page.ts';
import { zipFiles } from '../../formats/zip.ts';
import { packageContent, selectionName, type Course } from './course.ts';

/** A zip that plays by itself and tells an LMS by cmi5; null where there is no build. */
export async function cmi5Package(course: Course): Promise<Uint8Array<ArrayBuffer> | null> {
  const { bank, options, origin, say } = course;
  if (origin === null) throw new Error('A course of cmi5 is named by the address of its site');
  const parts = await course.player();
  if (parts === null) return null;
  const iri = `${origin}/banks/${bank.id}`;
  const content = packageContent(course, 'cmi5', parts.messages, iri);
  const structure = courseStructure({
    courseId: `${iri}/courses/${selectionName(course) ?? 'whole'}`,
    title: bank.title,
    description: bank.summary,
    language: bank.language,
    passPercent: options.passPercent,
    page: 'index.html',
  });
  return zipFiles([
    ['cmi5.xml', structure],
    ['index.html', playerPage(content, bank.summary, say('player.noScript'))],
    ['player.js', parts.cmi5Script],
    ['player.css', parts.style],
  ]);
}
