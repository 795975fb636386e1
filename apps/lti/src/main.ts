import 'reflect-metadata';
import { readConfig } from './config.js';
import { startServer } from './start-server.js';

try {
  const server = await startServer(readConfig());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
