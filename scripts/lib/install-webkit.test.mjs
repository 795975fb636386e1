import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installWebKit } from './install-webkit.mjs';

/** A system that has these commands, and whose apt-get answers with these codes, one after the other. */
function system(commands, codes = []) {
  const ran = [];
  const there = new Set(commands);
  return {
    ran,
    isThere: (command) => there.has(command),
    mayInstall: true,
    async run(_command, args) {
      ran.push(args[1]);
      const code = codes.shift() ?? 1;
      if (code === 0 && args[1] === 'install') for (const name of ['WebKitWebDriver', 'Xvfb']) there.add(name);
      return { code, output: '' };
    },
  };
}

test('what is there is not installed', async () => {
  const ready = system(['WebKitWebDriver', 'Xvfb', 'apt-get']);
  assert.equal(await installWebKit(ready), null);
  assert.deepEqual(ready.ran, []);
});

test('what is missing is installed, after the lists of packages if need be', async () => {
  const fresh = system(['apt-get'], [100, 0, 0]);
  assert.equal(await installWebKit(fresh), null);
  assert.deepEqual(fresh.ran, ['install', 'update', 'install']);
});

test('that it could not be installed is said, and nothing is tried without the right to', async () => {
  for (const poor of [
    system(['apt-get'], [100, 100]),
    system(['Xvfb'], [0]),
    { ...system(['apt-get'], [0]), mayInstall: false },
  ])
    assert.match((await installWebKit(poor)) ?? '', /left out: webkit2gtk-driver and xvfb/);
});
