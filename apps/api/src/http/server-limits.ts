import type { Server } from 'node:http';

/** Whoever sends a request slowly holds a connection no longer than this; a file over a slow line has the whole minute. */
export function limitServer(server: Server): void {
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 10_000;
  server.maxHeadersCount = 100;
}
