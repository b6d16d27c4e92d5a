import { editionText } from '../../formats/edition.ts';
import type { PackageKind } from '../../formats/package-content.ts';
import { playerPage } from '../../formats/player-page.ts';
import { scorm12Manifest, scorm2004Manifest } from '../../formats/scorm/manifest.ts';
import { zipFiles } from '../../formats/zip.ts';
import { packageContent, selectionName, type Course } from './course.ts';

const manifests = { 'scorm-1.2': scorm12Manifest, 'scorm-2004': scorm2004Manifest } as const;

/** A zip that plays by itself: on a web server, or in a course system; null where there is no build. */
export async function playerPackage(
  course: Course,
  kind: Exclude<PackageKind, 'cmi5'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts = await course.player();
  if (parts === null) return null;
  const { bank, edition, options, say } = course;
  const content = packageContent(course, kind, parts.messages);
  const played = [
    ['index.html', playerPage(content, bank.summary, say('player.noScript'))],
    ['player.js', parts.script],
    ['player.css', parts.style],
  ] as const;
  if (kind === 'web') return zipFiles(played);
  const others = parts.schemas[kind];
  const manifest = manifests[kind]({
    id: [bank.id, selectionName(course)].filter(Boolean).join('.'),
    title: bank.title,
    edition: editionText(edition),
    passPercent: options.passPercent,
    files: ['index.html', ...[...played.slice(1), ...others].map(([path]) => path)],
  });
  return zipFiles([['imsmanifest.xml', manifest], ...played, ...others]);
}
