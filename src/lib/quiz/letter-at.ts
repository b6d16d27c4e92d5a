const first = 'A'.charCodeAt(0);

/** What a choice is called by its place in a list, from 0: A, B, C. */
export function letterAt(index: number): string {
  return String.fromCharCode(first + index);
}
