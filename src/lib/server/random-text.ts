import { randomBytes } from 'node:crypto';

const signs = 'abcdefghijklmnopqrstuvwxyz234567';

/** Unguessable base32 text: 5 random bits a sign. */
export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => signs[byte % 32]).join('');
}
