import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { portMessage, requirePorts } from './ports.mjs';

test('a port in use is named with the variable that changes it', async () => {
  const other = createServer();
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address();
  try {
    await assert.rejects(requirePorts([{ port, what: 'the portal', variable: 'PORT' }], '127.0.0.1'), {
      message: `Port ${port} for the portal is in use: stop what uses it, or set PORT to another port, such as PORT=${port + 100}.`,
    });
  } finally {
    other.close();
  }
  await requirePorts([{ port, what: 'the portal', variable: 'PORT' }], '127.0.0.1');
});

test('a host that is not of this machine is named', () => {
  const message = portMessage({ port: 4400, what: 'the portal', variable: 'PORT' }, '203.0.113.1', 'EADDRNOTAVAIL');
  assert.equal(
    message,
    'HOST is 203.0.113.1, and that is no address of this machine: set HOST to one, such as 127.0.0.1.',
  );
});
