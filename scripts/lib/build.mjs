import { PlainError } from './plain-error.mjs';
import { runCommand } from './run-command.mjs';

/** Builds what has changed since the last time; silent unless it fails. @param {AbortSignal} [signal] */
export async function build(signal) {
  const { code, output } = await runCommand(
    'turbo',
    ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'],
    { quiet: true, signal },
  );
  if (code === 0 || signal?.aborted) return;
  throw new PlainError(`${output.trimEnd()}\nThe build failed (its reason stands above).`);
}
