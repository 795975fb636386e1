export interface TarFile {
  readonly name: string;
  readonly content: Buffer;
}

const block = 512;

/** The plain files of a ustar archive; folders, links and extension records are passed over. */
export function filesInTar(tar: Buffer): TarFile[] {
  const files: TarFile[] = [];
  let at = 0;
  while (at + block <= tar.length) {
    const header = tar.subarray(at, at + block);
    const name = text(header, 0, 100);
    if (name === '') break;
    const size = Number.parseInt(text(header, 124, 12), 8);
    const kind = text(header, 156, 1);
    if (kind === '0' || kind === '') files.push({ name, content: tar.subarray(at + block, at + block + size) });
    at += block + Math.ceil(size / block) * block;
  }
  return files;
}

function text(header: Buffer, from: number, length: number): string {
  return (
    header
      .subarray(from, from + length)
      .toString('latin1')
      .split('\0')[0]
      ?.trim() ?? ''
  );
}
