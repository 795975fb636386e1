import { startChild } from './child.mjs';
import { emptyDatabase, startPlatform } from './tool-world.mjs';
import { environment } from './world.mjs';

const port = 4483;
const tool = `http://127.0.0.1:${port}`;

/** Stock ltijs in its own process, on an empty database of the same server, and one platform that knows it. */
export async function startStockWorld({ databaseUrl }) {
  const env = { ...environment(await emptyDatabase(databaseUrl)), LTI_PORT: String(port), NODE_ENV: 'production' };
  const child = await startChild('stock-process.mjs', env);
  const platform = await startPlatform('moodle', tool);
  await child.ask('register', { registration: platform.registration });
  return {
    tool,
    platform,
    async stop() {
      await child.stop();
      await platform.close();
    },
  };
}
