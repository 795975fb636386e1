import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { root } from './project.mjs';
import { portsOf, readSettings } from './settings.mjs';

test('without any setting the product runs on this machine only, with the demo world', () => {
  const settings = readSettings({}, []);
  assert.equal(settings.host, '127.0.0.1');
  assert.equal(settings.dataDir, path.join(root, '.data'));
  assert.deepEqual(settings.urls, {
    api: 'http://localhost:4400',
    lti: 'http://127.0.0.1:4401',
    lms: 'http://localhost:4402',
  });
  assert.deepEqual(
    portsOf(settings).map(({ port }) => port),
    [4400, 4401, 4402],
  );
});

test('another port moves its address too', () => {
  assert.equal(readSettings({ PORT: '5000' }, []).urls.api, 'http://localhost:5000');
});

test('--empty needs no port for the demo learning platform', () => {
  assert.deepEqual(
    portsOf(readSettings({}, ['--empty'])).map(({ variable }) => variable),
    ['PORT', 'LTI_PORT'],
  );
});

test('a wrong setting is named', () => {
  assert.throws(() => readSettings({ LTI_PORT: 'lots' }, []), {
    message: 'LTI_PORT is "lots", which is no port: set it to a number from 1 to 65535.',
  });
  assert.throws(() => readSettings({}, ['--emtpy']), /^Error: --emtpy is not known here/);
});
