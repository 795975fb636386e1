// `npm run connect-lms -- registrations.json`: connects learning platforms to this installation, running or not.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { openDatabase } from './lib/open-database.mjs';
import { PlainError, runScript } from './lib/plain-error.mjs';
import { prepare } from './lib/prepare.mjs';
import { productScripts, runProductCommand } from './lib/run-product-command.mjs';
import { readSettings } from './lib/settings.mjs';

await runScript(async () => {
  const [file] = process.argv.slice(2);
  if (!file) throw new PlainError('Usage: npm run connect-lms -- registrations.json (see docs/lms/connecting.md)');
  const registrations = await readRegistrations(file);
  if (!(await prepare())) return;
  await build();
  const settings = readSettings(process.env, []);
  const database = await openDatabase(settings);
  try {
    await connect(registrations, { ...process.env, DATABASE_URL: database.url });
  } finally {
    if (!database.reused) await database.stop();
  }
});

/** The list in the file; each entry names its college. */
async function readRegistrations(file) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PlainError(`${file} cannot be read. Give the path of a JSON file with registrations.`);
  });
  let list;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new PlainError(`${file} is not JSON: ${error.message}`);
  }
  if (!Array.isArray(list)) throw new PlainError(`${file} must hold a list of registrations: [ { … } ]`);
  const nameless = list.findIndex((entry) => typeof entry?.college !== 'string' || entry.college.trim() === '');
  if (nameless >= 0) throw new PlainError(`registration ${nameless + 1}: college must be the name of the college.`);
  return list;
}

async function connect(registrations, env) {
  await runProductCommand(productScripts.migrate, [], env);
  const withIds = [];
  for (const { college, ...registration } of registrations) {
    const collegeId = (await runProductCommand(productScripts.college, [college], env)).trim();
    withIds.push({ name: college, ...registration, collegeId });
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'journeybook-'));
  try {
    const list = path.join(folder, 'registrations.json');
    await writeFile(list, JSON.stringify(withIds));
    console.log((await runProductCommand(productScripts.register, [list], env)).trim());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
