import path from 'node:path';
import { PlainError } from './plain-error.mjs';
import { root } from './project.mjs';

/**
 * What `npm start` was asked for, from the environment and the command line. Refuses with one line that names the setting.
 * @param {Record<string, string | undefined>} env
 * @param {readonly string[]} args
 */
export function readSettings(env = process.env, args = process.argv.slice(2)) {
  const unknown = args.find((arg) => arg !== '--empty');
  if (unknown)
    throw new PlainError(`${unknown} is not known here. The only option is --empty: start without the demo world.`);
  const ports = {
    api: portOf(env, 'PORT', 4400),
    lti: portOf(env, 'LTI_PORT', 4401),
    lms: portOf(env, 'LMS_PORT', 4402),
  };
  return {
    demo: !args.includes('--empty'),
    dataDir: path.resolve(root, env.DATA_DIR || '.data'),
    dataDirChosen: Boolean(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL || undefined,
    host: env.HOST || '127.0.0.1',
    ports,
    urls: {
      api: env.PUBLIC_URL || `http://localhost:${ports.api}`,
      // Another site than the platform's on purpose: in the platform's frame we then are a third party, as in real life.
      lti: env.LTI_PUBLIC_URL || `http://127.0.0.1:${ports.lti}`,
      lms: env.LMS_PUBLIC_URL || `http://localhost:${ports.lms}`,
    },
    logLevel: env.LOG_LEVEL || 'warn',
  };
}

function portOf(env, variable, otherwise) {
  const text = env[variable];
  if (!text) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new PlainError(`${variable} is "${text}", which is no port: set it to a number from 1 to 65535.`);
}

/** The ports that will be opened, as `requirePorts` wants them. */
export function portsOf({ ports, demo }) {
  return [
    { port: ports.api, what: 'the portal', variable: 'PORT' },
    { port: ports.lti, what: 'the LTI tool', variable: 'LTI_PORT' },
    ...(demo ? [{ port: ports.lms, what: 'the demo learning platform', variable: 'LMS_PORT' }] : []),
  ];
}
