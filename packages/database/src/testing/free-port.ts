import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what Linux gives to connections that ask for no port (32768), so that none takes one between the look and the listening. */
const lowest = 15_000;
const highest = 32_000;

/**
 * A port of this machine that nothing listens on, for a server whose address must be known before it listens, or that ends and
 * comes back. It stays this process's until that ends: no other test, whether of this run or of another one, is given it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if ((await reserve(port)) && (await isFree(port))) return port;
  }
}

/** Whoever holds the port of UDP, which no server here uses, has reserved that of TCP. */
async function reserve(port: number): Promise<boolean> {
  const socket = createSocket('udp4').unref();
  socket.bind({ port, address: '127.0.0.1', exclusive: true });
  return once(socket, 'listening').then(
    () => true,
    () => {
      socket.close();
      return false;
    },
  );
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
