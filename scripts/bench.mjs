// `npm run bench [-- --json]`: the benchmarks, on a fresh build.
import path from 'node:path';
import { build } from './lib/build.mjs';
import { runScript } from './lib/plain-error.mjs';
import { prepare } from './lib/prepare.mjs';
import { root } from './lib/project.mjs';
import { runCommand } from './lib/run-command.mjs';

await runScript(async () => {
  if (!(await prepare())) return;
  await build();
  const { code } = await runCommand(process.execPath, [path.join(root, 'bench', 'run.mjs'), ...process.argv.slice(2)]);
  process.exitCode = code;
});
