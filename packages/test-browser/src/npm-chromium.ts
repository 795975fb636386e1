import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { draftOf, extractFiles, extractProgram } from './extract-archive.js';
import { ownFolder } from './own-folder.js';

/**
 * The Chromium that npm brought (Linux on x64 only), unpacked once per version and user, or nothing. Where the machine lacks its
 * libraries or any font, those of the same package are unpacked too and the result is a small script that names them.
 */
export async function npmChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const installed = await chromiumPackage();
  if (!installed) return undefined;

  const folder = await ownFolder(`journeybook-chromium-${installed.version}`);
  const program = path.join(folder, 'chromium');
  if (!existsSync(program)) await extractProgram(path.join(installed.archives, 'chromium.br'), program);
  const missing = { libraries: !runs(program), fonts: !hasFonts() };
  if (!missing.libraries && !missing.fonts) return program;

  if (missing.libraries) await extractFiles(path.join(installed.archives, 'al2023.tar.br'), path.join(folder, 'lib'));
  if (missing.fonts) await unpackFonts(path.join(installed.archives, 'fonts.tar.br'), path.join(folder, 'fonts'));
  const script = await writeScript(folder, program, missing);
  return runs(script) ? script : undefined;
}

async function chromiumPackage(): Promise<{ archives: string; version: string } | undefined> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const root = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { archives: path.join(root, 'bin'), version };
  } catch {
    return undefined;
  }
}

function runs(program: string): boolean {
  return spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}

function hasFonts(): boolean {
  const home = process.env['HOME'] ?? '/nonexistent';
  return ['/usr/share/fonts', '/usr/local/share/fonts', `${home}/.fonts`, `${home}/.local/share/fonts`].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name))),
  );
}

async function unpackFonts(archive: string, folder: string): Promise<void> {
  await extractFiles(archive, folder);
  // The configuration in the archive names folders of another system.
  await writeFile(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`,
  );
}

async function writeScript(
  folder: string,
  program: string,
  missing: { libraries: boolean; fonts: boolean },
): Promise<string> {
  const script = path.join(folder, 'chromium-with-its-own-parts');
  const settings = [
    ...(missing.libraries ? [`LD_LIBRARY_PATH='${folder}/lib'`] : []),
    ...(missing.fonts ? [`FONTCONFIG_PATH='${folder}/fonts'`] : []),
  ];
  const draft = draftOf(script);
  await writeFile(draft, `#!/bin/sh\n${settings.join(' ')} exec '${program}' "$@"\n`);
  await chmod(draft, 0o755);
  await rename(draft, script);
  return script;
}
