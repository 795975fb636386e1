import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly port: number;
  /** Answers requests from now on; until then they wait. */
  answerWith(listener: RequestListener): void;
  /** Ends open connections too, so that a hanging answer does not keep the process. */
  close(): Promise<void>;
}

/** Opens the port before anything else exists, because addresses inside the platform contain it. */
export async function listen(port: number, host: string): Promise<Listening> {
  let answer: RequestListener | null = null;
  const early: (() => void)[] = [];
  const server = createServer((req, res) => {
    if (answer) answer(req, res);
    else early.push(() => answer?.(req, res));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    answerWith(listener) {
      answer = listener;
      for (const serve of early.splice(0)) serve();
    },
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((fault) => (fault ? reject(fault) : resolve()));
    server.closeAllConnections();
  });
}
