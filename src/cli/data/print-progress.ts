/** How often a line is printed at most, in milliseconds. */
const everyMs = 1000;

/** Prints to the error stream how many rows, or others, are done, of how many: now and then, and at the end. */
export function printProgress(what: string, unit = 'rows'): (done: number, total: number) => void {
  let printedAt = Date.now();
  return (done, total) => {
    if (done < total && Date.now() - printedAt < everyMs) return;
    printedAt = Date.now();
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    console.error(`${what}: ${done} of ${total} ${unit} (${percent} %)`);
  };
}
