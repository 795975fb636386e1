/** A fault that a person can do something about: its message is printed alone, without a stack. */
export class PlainError extends Error {}

/**
 * Runs a script's main function; a fault ends the process with code 1 and one line, or a stack where the fault is ours.
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    const plain = error instanceof PlainError || error?.name === 'EmbeddedPostgresError';
    console.error(plain ? error.message : error);
    process.exitCode = 1;
  }
}
