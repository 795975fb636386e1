import 'reflect-metadata';
import { faultLine } from '@journeybook/database/lti';
import { readConfig } from './config.js';
import { startServer } from './start-server.js';

// Node itself would print the error with everything in it: the values of a row, the parameters of a statement.
process.once('uncaughtException', (error) => {
  console.error(`The LTI tool ends because of a fault that nothing handled: ${faultLine(error)}`);
  process.exit(1);
});

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
