import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './index.js';
import { postmasterPath } from './postmaster-file.js';
import { isAlive, isServerOf } from './server-process.js';

let folder: string;
let dataDir: string;
const started: EmbeddedPostgres[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-embedded-'));
  await chmod(folder, 0o755);
  dataDir = path.join(folder, 'postgres');
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(options: { port?: number; durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false, ...options });
  started.push(server);
  return server;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function crash(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
}

describe('a first start', () => {
  test('serves a database whose text order does not depend on the machine', async () => {
    const { url, reused } = await start();

    expect(reused).toBe(false);
    expect(new URL(url).pathname).toBe('/journeybook');
    const [row] = await query(
      url,
      `select datlocprovider, datlocale from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8' });
  });

  test('asks everybody for the password, which only its owner can read', async () => {
    const { url } = await start();
    const withoutPassword = new URL(url);
    withoutPassword.password = 'guessed';

    await expect(query(withoutPassword.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
    expect((await stat(`${dataDir}.log`)).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  test('listens on this machine only', async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      `select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ at: '127.0.0.1', sockets: '' });
  });

  test('leaves nothing of the making beside the data', async () => {
    await start();
    expect((await readdir(folder)).toSorted()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
  });

  test('works in an empty folder and through a symbolic link', async () => {
    await mkdir(path.join(folder, 'real'));
    await symlink(path.join(folder, 'real'), path.join(folder, 'link'));
    dataDir = path.join(folder, 'link', 'postgres');
    await mkdir(dataDir);

    const first = await start();
    dataDir = path.join(folder, 'real', 'postgres');
    const second = await start();

    expect(second).toMatchObject({ reused: true, pid: first.pid });
  });

  test('clears away what a killed initialisation left', async () => {
    const abandoned = `${dataDir}.new-4194303-abcdef`;
    await mkdir(abandoned);
    await start();
    await expect(stat(abandoned)).rejects.toThrow('ENOENT');
  });

  test('made twice at once ends in one server', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.pid).toBe(other.pid);
    expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

test('a server has ended when it is said to be stopped, though its file goes first', async () => {
  const server = await start();
  process.kill(server.pid, 'SIGSTOP');
  await rm(postmasterPath(dataDir));
  let stopped = false;
  const stopping = server.stop().then(() => {
    stopped = true;
  });
  await pause(200);
  const early = stopped;
  process.kill(server.pid, 'SIGCONT');
  await stopping;
  expect(early).toBe(false);
  expect(await isServerOf(dataDir, server.pid)).toBe(false);
});

describe('a later start', () => {
  test('finds the rows of the earlier one', async () => {
    const first = await start();
    await query(first.url, `create table note (text text); insert into note values ('kept')`);
    await first.stop();
    expect(await isServerOf(dataDir, first.pid)).toBe(false);

    const second = await start();

    expect(second.reused).toBe(false);
    expect(await query(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
  });

  test('takes over a server that nobody stopped', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ reused: true, pid: first.pid, port: first.port, url: first.url });
  });

  test('finds every committed row after the server was killed', async () => {
    const first = await start({ durable: true });
    await query(first.url, `create table note (text text); insert into note values ('kept')`);
    await crash(first.pid);

    const second = await start({ durable: true });

    expect(second.reused).toBe(false);
    expect(await query(second.url, 'select text from note')).toEqual([{ text: 'kept' }]);
  });

  test('is not misled by a pid file whose number now belongs to another program', async () => {
    const first = await start();
    await crash(first.pid);
    const lines = (await readFile(postmasterPath(dataDir), 'utf8')).split('\n');
    await writeFile(postmasterPath(dataDir), [String(process.pid), ...lines.slice(1)].join('\n'));

    const second = await start();

    expect(second.reused).toBe(false);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a refused start names what to do', () => {
  test('when the folder holds something else', async () => {
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'letter.txt'), 'Dear apprentice');
    await expect(start()).rejects.toMatchObject({
      fault: 'folder-not-a-database',
      message: `${dataDir} is not empty and holds no database: set DATA_DIR to an empty or a new folder.`,
    });
  });

  test('when the data is of another version', async () => {
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'PG_VERSION'), '14\n');
    await expect(start()).rejects.toMatchObject({ fault: 'folder-of-another-version' });
  });

  test('when the place is a file', async () => {
    await writeFile(path.join(folder, 'file'), '');
    dataDir = path.join(folder, 'file', 'postgres');
    await expect(start()).rejects.toMatchObject({ fault: 'folder-not-writable' });
  });

  test('when the port is taken', async () => {
    const other = await start();
    dataDir = path.join(folder, 'second');
    await expect(start({ port: other.port })).rejects.toMatchObject({
      fault: 'port-in-use',
      message: `Port ${other.port} is in use: stop what uses it or choose another port.`,
    });
  });

  test('when the password file is gone', async () => {
    await (await start()).stop();
    await rm(`${dataDir}.password`);
    await expect(start()).rejects.toMatchObject({ fault: 'password-missing' });
  });

  test('when the password file is of another database', async () => {
    await start();
    await writeFile(`${dataDir}.password`, 'wrong\n');
    await expect(start()).rejects.toMatchObject({ fault: 'password-refused' });
  });

  test.runIf(process.getuid?.() === 0)('when the user it runs as cannot enter the folder', async () => {
    await chmod(folder, 0o700);
    await expect(start()).rejects.toMatchObject({ fault: 'folder-not-reachable' });
  });

  test('and never the password', async () => {
    await (await start()).stop();
    const password = (await readFile(`${dataDir}.password`, 'utf8')).trim();
    await writeFile(path.join(dataDir, 'postgresql.conf'), 'no such setting\n');
    await expect(start()).rejects.toSatisfy(
      (error: Error) =>
        !error.message.includes(password) && !error.message.includes('\n') && error.message.includes('syntax error'),
    );
  });
});
