import path from 'node:path';
import { PlainError } from './plain-error.mjs';
import { root } from './project.mjs';
import { runCommand } from './run-command.mjs';

export const productScripts = {
  verify: path.join(root, 'packages/database/dist/verify-command.js'),
  migrate: path.join(root, 'packages/database/dist/migrate-command.js'),
  seed: path.join(root, 'apps/api/dist/seed/seed-command.js'),
  api: path.join(root, 'apps/api/dist/main.js'),
  lti: path.join(root, 'apps/lti/dist/main.js'),
  lms: path.join(root, 'packages/lms-simulator/dist/demo/main.js'),
  register: path.join(root, 'apps/lti/dist/registration/register-command.js'),
  college: path.join(root, 'apps/api/dist/seed/college-command.js'),
  rotateVaultKey: path.join(root, 'apps/api/dist/vault/rotate-command.js'),
  moveBirthDates: path.join(root, 'apps/api/dist/vault/move-birth-dates-command.js'),
  unlockAccount: path.join(root, 'apps/api/dist/access/unlock-account-command.js'),
  retentionDue: path.join(root, 'apps/api/dist/retention/list-due-command.js'),
  demoRegistrations: path.join(root, 'packages/lms-simulator/dist/demo/print-registrations.js'),
};

/**
 * Runs one of the product's own commands and returns what it printed; its complaint becomes ours.
 * @param {string} script @param {readonly string[]} args @param {Record<string, string>} env @param {AbortSignal} [signal]
 */
export async function runProductCommand(script, args, env, signal) {
  const { code, output } = await runCommand(process.execPath, [script, ...args], { quiet: true, env, signal });
  if (code !== 0) throw new PlainError(output.trim() || `${path.relative(root, script)} ended with code ${code}.`);
  return output;
}
