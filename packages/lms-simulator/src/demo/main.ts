import { readConfig } from './config.js';
import { startDemoLms } from './start-demo-lms.js';

async function main(): Promise<void> {
  const config = readConfig();
  const lms = await startDemoLms(config).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EADDRINUSE') throw fault;
    throw new Error(`Port ${config.port} is in use. Set LMS_PORT to another one.`);
  });
  console.log(`Demo learning platform on ${lms.url}`);
  const stop = (): void => {
    void lms.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
});
