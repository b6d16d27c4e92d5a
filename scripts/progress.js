/** Seconds of silence that make a reader wonder. */
const everySeconds = 15;

/**
 * Waits for work that prints nothing itself, and says now and then that it still goes on.
 * @template Result
 * @param {string} name
 * @param {Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function reporting(name, work) {
  const start = performance.now();
  const timer = setInterval(() => {
    console.log(`  … ${name}, ${Math.round((performance.now() - start) / 1000)} s`);
  }, everySeconds * 1000);
  return work.finally(() => clearInterval(timer));
}
