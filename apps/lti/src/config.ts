import { fileURLToPath } from 'node:url';
import { refusePlainHttp } from '@journeybook/outgoing';
import { z } from 'zod';
import { ordinaryLimits, type RequestLimits } from './request-limits.js';
import type { Pace } from './turns/pace.js';

const address = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an address such as ${example}` })
    .transform((url) => url.replace(/\/+$/, ''));

const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((text) => text === 'true');

const secret = (what: string) => z.string(`must be set: ${what}`).min(32, 'must have at least 32 characters');

const environment = z.object({
  LTI_DATABASE_URL: z
    .string('must be set: the address of the PostgreSQL database')
    .refine(
      (address) => URL.canParse(address) && new URL(address).username === 'journeybook_lti',
      'must be an address such as postgres://journeybook_lti:password@host:5432/journeybook',
    ),
  LTI_PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(4401),
  HOST: z.string().min(1).default('127.0.0.1'),
  LTI_PUBLIC_URL: address('https://lti.example.org').default('http://127.0.0.1:4401'),
  PUBLIC_URL: address('https://journeybook.example.org').default('http://localhost:4400'),
  /** Lets the servers be reached by http at another machine: only in a network that nobody else is in. */
  ALLOW_PLAIN_HTTP: flag,
  LTI_MACHINE_TOKEN: secret('the credential this server shows to the API'),
  LTI_ENCRYPTION_KEY: secret('what the signing keys are sealed with'),
  LTI_ALLOW_LOOPBACK_PLATFORMS: flag,
  /** Which proxies may say where a request comes from, as for the API; none by default. */
  TRUSTED_PROXIES: z.string().default(''),
  RATE_LIMIT_LAUNCHES: z.coerce.number('must be a number').int().min(10).default(ordinaryLimits.launches),
  PORTAL_FRAME_DIR: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL('../../portal/dist/frame', import.meta.url))),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  /** Where browsers reach this server. */
  readonly publicUrl: string;
  /** Where browsers and this server reach the API. */
  readonly apiUrl: string;
  readonly machineToken: string;
  readonly encryptionKey: string;
  /** For development and tests only: learning platforms on this machine, over plain http. */
  readonly allowLoopback: boolean;
  /** Which proxies may say where a request comes from; none when empty. */
  readonly trustedProxies: string;
  readonly limits: RequestLimits;
  readonly frameDir: string;
  readonly logLevel: string;
  /** Where log lines go; to the terminal unless set. */
  readonly logFile?: string;
  /** How fast platforms are asked; the ordinary pace unless set, as only tests do. */
  readonly pace?: Pace;
}

/** Reads the settings. Throws one error that names every setting that is wrong. */
export function readConfig(variables: Record<string, string | undefined> = process.env): Config {
  const parsed = environment.safeParse(variables);
  const plain = variables['ALLOW_PLAIN_HTTP'] === 'true' ? [] : plainAddresses(variables);
  if (!parsed.success || plain.length > 0) {
    const issues = parsed.error?.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`) ?? [];
    const faults = [...issues, ...plain];
    throw new Error(`The LTI tool cannot start. Set these environment variables:\n${faults.join('\n')}`);
  }
  const { data } = parsed;
  return {
    databaseUrl: data.LTI_DATABASE_URL,
    port: data.LTI_PORT,
    host: data.HOST,
    publicUrl: data.LTI_PUBLIC_URL,
    apiUrl: data.PUBLIC_URL,
    machineToken: data.LTI_MACHINE_TOKEN,
    encryptionKey: data.LTI_ENCRYPTION_KEY,
    allowLoopback: data.LTI_ALLOW_LOOPBACK_PLATFORMS,
    trustedProxies: data.TRUSTED_PROXIES,
    limits: { ...ordinaryLimits, launches: data.RATE_LIMIT_LAUNCHES },
    frameDir: data.PORTAL_FRAME_DIR,
    logLevel: data.LOG_LEVEL,
  };
}

const plainAddresses = (variables: Record<string, string | undefined>): string[] =>
  ['PUBLIC_URL', 'LTI_PUBLIC_URL'].flatMap((name) => {
    const refusal = refusePlainHttp(variables[name]);
    return refusal === null ? [] : [`  ${name} ${refusal}`];
  });
