import { classTime } from '../../formats/calendar.ts';
import type { ExportJob } from './export-job.ts';
import { isSelfStudy } from './self-study.ts';

/** Letters that a part of a file name keeps at most. */
const partSigns = 60;

/** A text as a part of a file name on every system: letters and figures of any script, with hyphens. */
export function safePart(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...plain].slice(0, partSigns).join('').replace(/-+$/, '') || 'untitled';
}

/**
 * The name without ending of what leaves of an assignment: `{class}_{bank}_{YYYY-MM-DD}`, in class time;
 * outside classes `self-study_{bank}_{YYYY-MM-DD}`.
 */
export function bundleName({ classroom, assignment, nowMs, style }: ExportJob): string {
  const className = style.anonymousBy === null ? safePart(classroom.name) : 'anonymous';
  const name = isSelfStudy(classroom) ? 'self-study' : className;
  const day = classTime(classroom.timeZone)(nowMs).slice(0, 'YYYY-MM-DD'.length);
  return `${name}_${safePart(assignment.bankId)}_${day}`;
}

/** The name under which a browser keeps a download. */
export function downloadName(job: ExportJob): string {
  if (job.file === 'bundle') return `${bundleName(job)}.zip`;
  return `${bundleName(job)}_${job.file.replace(/^.*\//, '')}`;
}

/** `Content-Disposition` of a download (RFC 6266), with its name in UTF-8 (RFC 8187). */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w.-]+/g, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The media type of a download. */
export function mediaType(file: ExportJob['file']): string {
  if (file === 'bundle') return 'application/zip';
  if (file === 'results.xlsx') {
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  }
  return file === 'results.jsonl' ? 'application/x-ndjson' : 'text/csv; charset=utf-8';
}
