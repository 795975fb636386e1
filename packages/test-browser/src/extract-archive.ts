import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { filesInTar } from './files-in-tar.js';

/** Unpacks one brotli-compressed program. It gets its name when it is complete, so several processes may do it at once. */
export async function extractProgram(archive: string, target: string): Promise<void> {
  const draft = draftOf(target);
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(draft));
  await chmod(draft, 0o755);
  await rename(draft, target);
}

/** Unpacks the files of a brotli-compressed tar archive into a folder, each by a rename, whatever folders the archive has. */
export async function extractFiles(archive: string, folder: string): Promise<void> {
  const tar = await promisify(brotliDecompress)(await readFile(archive));
  await mkdir(folder, { recursive: true });
  for (const { name, content } of filesInTar(tar)) {
    const target = path.join(folder, path.basename(name));
    const draft = draftOf(target);
    await writeFile(draft, content, { mode: 0o755 });
    await rename(draft, target);
  }
}

/** Where a file grows before it gets its name. */
export function draftOf(target: string): string {
  return `${target}.${randomUUID()}`;
}
