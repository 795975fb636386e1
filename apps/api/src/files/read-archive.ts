import { crc32, inflateRawSync } from 'node:zlib';

/** One file in a ZIP archive, as its directory declares it. */
export interface ArchivePart {
  readonly name: string;
  readonly stored: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly checksum: number;
  readonly headerAt: number;
}

const signatures = { directoryEnd: 0x06054b50, directoryPart: 0x02014b50, part: 0x04034b50 };
/** A comment of 65,535 bytes may follow the end of the directory, which has 22. */
const farthestEnd = 22 + 0xffff;

/**
 * The directory of a ZIP archive; null when the bytes are none, or one that no workbook is: ZIP64, or packed by another method than
 * DEFLATE. What it declares is not checked yet: `unpackPart` does.
 */
export function readArchive(bytes: Uint8Array): readonly ArchivePart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  if (end === null) return null;
  const parts: ArchivePart[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const part = readPart(bytes, view, at);
    if (part === null) return null;
    parts.push(part);
    at += 46 + [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0);
  }
  return parts;
}

/** The contents of a part; null unless it unpacks to exactly the size and the checksum declared, and it unpacks no further than that. */
export function unpackPart(bytes: Uint8Array, part: ArchivePart): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerAt, packedBytes, unpackedBytes, stored } = part;
  if (headerAt + 30 > view.byteLength || view.getUint32(headerAt, true) !== signatures.part) return null;
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const packed = bytes.subarray(from, from + packedBytes);
  try {
    const contents = stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
    return contents.length === unpackedBytes && crc32(contents) === part.checksum ? contents : null;
  } catch {
    return null;
  }
}

/** How many parts the directory of an archive lists, without reading any of them; 0 when the bytes are none. */
export function countParts(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  return end === null ? 0 : view.getUint16(end + 10, true);
}

function findDirectoryEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - farthestEnd);
  for (let at = view.byteLength - 22; at >= first; at -= 1)
    if (view.getUint32(at, true) === signatures.directoryEnd) return at;
  return null;
}

function readPart(bytes: Uint8Array, view: DataView, at: number): ArchivePart | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.directoryPart) return null;
  const method = view.getUint16(at + 10, true);
  const checksum = view.getUint32(at + 16, true);
  const packedBytes = view.getUint32(at + 20, true);
  const unpackedBytes = view.getUint32(at + 24, true);
  const headerAt = view.getUint32(at + 42, true);
  if ([packedBytes, unpackedBytes, headerAt].includes(0xffff_ffff) || (method !== 0 && method !== 8)) return null;
  const nameLength = view.getUint16(at + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    stored: method === 0,
    packedBytes,
    unpackedBytes,
    checksum,
    headerAt,
  };
}
