import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what Linux gives to connections that ask for no port (32768), so that none takes one between the look and the listening. */
const lowest = 15_000;
const each = 1_000;
const given = new Set<number>();

/**
 * A port of this machine that nothing listens on, for a server whose address must be known before it listens. Workers of a test run that
 * look at once look in different places.
 */
export async function freePort(): Promise<number> {
  const first = lowest + (Number(process.env['VITEST_POOL_ID'] ?? 0) % 16) * each;
  for (;;) {
    const port = first + Math.floor(Math.random() * each);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  const isListening = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}
