/** Something that the reader can mend: printed as it is, without a trace. */
export class Complaint extends Error {}

/**
 * Runs a command's main part; a complaint ends it with status 1.
 * @param {() => Promise<number>} main resolves to the exit status
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Complaint ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
