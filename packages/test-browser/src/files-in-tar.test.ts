import { expect, test } from 'vitest';
import { filesInTar } from './files-in-tar.js';

function entry(name: string, kind: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 'latin1');
  header.write(content.length.toString(8).padStart(11, '0'), 124, 'latin1');
  header.write(kind, 156, 'latin1');
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content, 0, 'latin1');
  return Buffer.concat([header, body]);
}

test('the files of an archive come out whole and in order', () => {
  const long = 'x'.repeat(513);
  const tar = Buffer.concat([
    entry('lib/', '5', ''),
    entry('lib/a.so', '0', long),
    entry('b', '0', 'b'),
    Buffer.alloc(1024),
  ]);

  const files = filesInTar(tar).map(({ name, content }) => ({ name, content: content.toString() }));

  expect(files).toEqual([
    { name: 'lib/a.so', content: long },
    { name: 'b', content: 'b' },
  ]);
});
