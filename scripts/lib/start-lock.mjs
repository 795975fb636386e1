import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';

/** Tells the second process of one start that the lock is its own. */
export const lockVariable = 'JOURNEYBOOK_START_LOCK';

/**
 * Makes sure that one start at a time works in a data folder. Refuses with one line while another does; what a killed one left is no obstacle.
 * @param {string} dataDir
 * @param {string} [inherited] the token of the process that started this one
 */
export async function takeLock(dataDir, inherited) {
  const file = path.join(dataDir, 'start.lock');
  const token = inherited ?? randomUUID();
  const draft = `${file}.${process.pid}`;
  try {
    await makeFolder(dataDir);
    await writeFile(draft, JSON.stringify({ pid: process.pid, token }));
  } catch (error) {
    throw new PlainError(
      `${dataDir} cannot be written (${error.code}): set DATA_DIR to a folder that this user may write.`,
    );
  }
  try {
    await place(draft, file, token);
  } finally {
    await rm(draft, { force: true });
  }
  return { token, release: () => release(file, token) };
}

/** Parents first. Node's own recursive mkdir never returns in a folder such as /proc, where nothing can be made. */
async function makeFolder(folder) {
  if (existsSync(folder)) return;
  await makeFolder(path.dirname(folder));
  await mkdir(folder).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function place(draft, file, token) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      await link(draft, file);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(file);
    if (holder.token !== token && (await isStart(holder.pid))) {
      throw new PlainError(
        `Journeybook already runs on this data folder (process ${holder.pid}): stop that one with Ctrl-C first, or set DATA_DIR to another folder.`,
      );
    }
    await rm(file, { force: true });
  }
  throw new PlainError('Another start keeps taking this data folder: wait a moment and start again.');
}

async function holderOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return {};
  }
}

/** A number alone is not enough: after a crash it may belong to any other program. */
async function isStart(pid) {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'node');
  return words.includes('node') || words.includes('.mjs');
}

async function release(file, token) {
  if ((await holderOf(file)).token === token) await rm(file, { force: true });
}
