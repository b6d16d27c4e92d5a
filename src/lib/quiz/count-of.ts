/** A number with the name of what it counts: "1 question", "2 questions". */
export function countOf(count: number, name: string, names = `${name}s`): string {
  return `${count} ${count === 1 ? name : names}`;
}
