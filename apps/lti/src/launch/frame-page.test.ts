import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFramePage } from './frame-page.js';

let folder: string;
let builds = 0;
const build = async (markup: string) => {
  const file = path.join(folder, 'index.html');
  await writeFile(file, markup);
  // Each build gets a second of its own, however fast the test is.
  const at = new Date(1_800_000_000_000 + 1_000 * (builds += 1));
  await utimes(file, at, at);
};
const page = (body: string) => `<html><head></head><body>${body}</body></html>`;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-frame-'));
  await build(page(''));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the page in the frame', () => {
  test('carries the code in a script that is only data', async () => {
    const frame = await openFramePage(folder);
    expect(await frame.render({ code: 'c', apiUrl: 'http://localhost:4400', address: 'a' }, 'n-1')).toBe(
      '<html><head><meta name="style-nonce" nonce="n-1"><script type="application/json" id="journeybook-launch">{"code":"c","apiUrl":"http://localhost:4400","address":"a"}</script></head><body></body></html>',
    );
  });

  test('cannot be broken out of by what is in it', async () => {
    const code = '</script><script>alert(1)</script>$&\u2028';
    const markup = await (await openFramePage(folder)).render({ code, apiUrl: '', address: '' }, 'n-1');
    const [, json = ''] = /journeybook-launch">(.*?)<\/script>/.exec(markup) ?? [];
    expect(JSON.parse(json)).toEqual({ code, apiUrl: '', address: '' });
    expect(markup.match(/<script/g)).toHaveLength(1);
  });
});

describe('the page in the frame, while the portal is built anew', () => {
  const launch = { code: 'c', apiUrl: '', address: '' };

  test('stays the old one while the folder is empty', async () => {
    const frame = await openFramePage(folder);
    await rm(folder, { recursive: true });
    expect(await frame.render(launch, 'n-1')).toContain('<body></body>');
  });

  test('stays the old one while the new one is only half written', async () => {
    const frame = await openFramePage(folder);
    await build('<html><head></head>');
    expect(await frame.render(launch, 'n-1')).toContain('<body></body>');
  });

  test('is the new one once that is there', async () => {
    const frame = await openFramePage(folder);
    await build(page('new'));
    expect(await frame.render(launch, 'n-1')).toContain('<body>new</body>');
  });

  test('is looked for again when there was none at the start', async () => {
    await rm(path.join(folder, 'index.html'));
    const frame = await openFramePage(folder);
    await expect(frame.render(launch, 'n-1')).rejects.toThrow('index.html');
    await build(page('first'));
    expect(await frame.render(launch, 'n-1')).toContain('<body>first</body>');
  });
});
