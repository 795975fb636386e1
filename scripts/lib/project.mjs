import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The environment with the project's own programs (its Node, turbo, vitest …) before those of the machine. */
export function projectEnvironment(extra = {}) {
  const { PATH = '' } = process.env;
  return {
    ...process.env,
    PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${PATH}`,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    // npm's remarks on a machine's own configuration would stand in every package's output.
    npm_config_loglevel: 'error',
    ...extra,
  };
}
