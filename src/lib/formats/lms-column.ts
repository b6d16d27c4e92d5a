import { exportableText } from './formula-guard.ts';

/** The header of the one column that is filled: on one line, and none of the headers beside it. */
export function columnTitle(title: string, taken: readonly string[]): string {
  const plain = exportableText(title).replace(/\s+/g, ' ').trim();
  const isTaken = taken.some((name) => name.toLowerCase() === plain.toLowerCase());
  return isTaken || plain === '' ? `${plain} Verbatim`.trim() : plain;
}
