import { describe, expect, test } from 'vitest';
import { buildArchive } from '../testing/standard-workbook.js';
import type { ArchivePart } from './read-archive.js';
import { readArchive, unpackPart } from './read-archive.js';

const textOf = (bytes: Uint8Array, part: ArchivePart) => new TextDecoder().decode(unpackPart(bytes, part) ?? undefined);
const one = { name: 'a.xml', text: 'äöü'.repeat(100) };

describe('reading an archive', () => {
  test('lists its parts with the sizes they declare, and gives their text', () => {
    const bytes = buildArchive([one, { name: 'xl/b.xml', text: 'second' }]);
    const parts = readArchive(bytes) ?? [];
    expect(parts.map((part) => [part.name, part.unpackedBytes])).toEqual([
      ['a.xml', 600],
      ['xl/b.xml', 6],
    ]);
    expect(parts.map((part) => textOf(bytes, part))).toEqual([one.text, 'second']);
  });

  test('reads bytes that are a part of a longer buffer', () => {
    const bytes = buildArchive([one]);
    const longer = new Uint8Array(bytes.length + 20);
    longer.set(bytes, 7);
    const view = longer.subarray(7, 7 + bytes.length);
    const [part] = readArchive(view) ?? [];
    expect(part && textOf(view, part)).toBe(one.text);
  });

  test.each([
    ['text', new TextEncoder().encode('not an archive at all, but longer than 22 bytes')],
    ['a directory that is cut off', buildArchive([one]).slice(-30)],
    ['another method', buildArchive([{ ...one, declares: { method: 14 } }])],
    ['ZIP64', buildArchive([{ ...one, declares: { unpackedBytes: 0xffff_ffff } }])],
  ])('answers null for %s', (_, bytes) => {
    expect(readArchive(bytes)).toBeNull();
  });

  test.each([
    ['unpacks to more than it declares', { unpackedBytes: 599 }],
    ['unpacks to something where it declares nothing', { unpackedBytes: 0 }],
    ['unpacks to less than it declares', { unpackedBytes: 601 }],
    ['packs nothing', { packedBytes: 0 }],
    ['has another checksum', { checksum: 7 }],
    ['is not packed as it says', { method: 0 }],
  ])('has no contents for a part that %s', (_, declares) => {
    const bytes = buildArchive([{ ...one, declares }]);
    const [part] = readArchive(bytes) ?? [];
    expect(part && unpackPart(bytes, part)).toBeNull();
  });

  test('has no contents for a part that is not where the directory says', () => {
    const bytes = buildArchive([one]);
    const [part] = readArchive(bytes) ?? [];
    expect(part && unpackPart(bytes, { ...part, headerAt: 3 })).toBeNull();
    expect(part && unpackPart(bytes, { ...part, headerAt: bytes.length })).toBeNull();
  });

  test('unpacks an empty part', () => {
    const bytes = buildArchive([{ name: 'folder/', text: '' }]);
    const [part] = readArchive(bytes) ?? [];
    expect(part && unpackPart(bytes, part)?.length).toBe(0);
  });
});
