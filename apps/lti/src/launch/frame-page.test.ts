import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderFramePage } from './frame-page.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-frame-'));
  await writeFile(path.join(folder, 'index.html'), '<html><head></head><body></body></html>');
});
afterAll(() => rm(folder, { recursive: true }));

describe('the page in the frame', () => {
  test('carries the code in a script that is only data', async () => {
    const page = await renderFramePage(folder, { code: 'c', apiUrl: 'http://localhost:4400' });
    expect(page).toBe(
      '<html><head><script type="application/json" id="journeybook-launch">{"code":"c","apiUrl":"http://localhost:4400"}</script></head><body></body></html>',
    );
  });

  test('cannot be broken out of by what is in it', async () => {
    const code = '</script><script>alert(1)</script>$&\u2028';
    const page = await renderFramePage(folder, { code, apiUrl: '' });
    const [, json = ''] = /journeybook-launch">(.*?)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual({ code, apiUrl: '' });
    expect(page.match(/<script/g)).toHaveLength(1);
  });
});
