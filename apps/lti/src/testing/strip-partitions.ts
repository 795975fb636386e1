import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A server before the tool that takes `Partitioned` out of its cookies, so that a browser which blocks third-party cookies keeps none
 * of them in a frame: as in browsers that know no partitions.
 */
export async function stripPartitions(toolPort: number): Promise<Front> {
  const server = http.createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const request = http.request({ host: '127.0.0.1', port: toolPort, method, path: url, headers }, (answer) => {
      const cookies = answer.headers['set-cookie']?.map((line) => line.replace(/;\s*Partitioned/i, ''));
      outgoing.writeHead(answer.statusCode ?? 502, {
        ...answer.headers,
        ...(cookies ? { 'set-cookie': cookies } : {}),
      });
      answer.pipe(outgoing);
    });
    request.on('error', () => outgoing.destroy());
    incoming.pipe(request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
