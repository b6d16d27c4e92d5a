import { digestOf } from '../../passage/digest.ts';

/**
 * The UUID that follows from a name: the same for the same name, unlike any other. Written as version 5
 * (RFC 4122, 4.3), which record stores know, though of SHA-256.
 */
export function uuidOf(name: string): string {
  const digest = digestOf(name);
  const variant = ((Number.parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(18, 20)}`,
    digest.slice(20),
  ].join('-');
}
