import { fileURLToPath } from 'node:url';
import type { DatabaseRole } from '@journeybook/database';
import { refusePlainHttp } from '@journeybook/outgoing';
import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** The address of the database, signed in as one role of the API. */
const signedInAs = (role: DatabaseRole) => {
  const error = `must be an address such as postgres://${role}:password@host:5432/journeybook`;
  return z
    .url({ protocol: /^postgres(ql)?$/, error })
    .refine((address) => URL.canParse(address) && new URL(address).username === role, error);
};

const environment = z.object({
  ACCESS_DATABASE_URL: signedInAs('journeybook_access'),
  API_DATABASE_URL: signedInAs('journeybook_api'),
  JOBS_DATABASE_URL: signedInAs('journeybook_jobs'),
  VAULT_DATABASE_URL: signedInAs('journeybook_vault'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().default('http://localhost:4400'),
  LTI_PUBLIC_URL: z.url().default('http://127.0.0.1:4401'),
  /** Lets the servers be reached by http at another machine: only in a network that nobody else is in. */
  ALLOW_PLAIN_HTTP: flag.default(false),
  /** For development and tests only: platforms on this machine may be connected. */
  LTI_ALLOW_LOOPBACK_PLATFORMS: flag.default(false),
  LMS_PUBLIC_URL: z.url().default('http://localhost:4402'),
  LTI_MACHINE_TOKEN: z
    .string()
    .min(32, 'must be a secret of at least 32 characters, the same for the API and the LTI tool'),
  /** For development and tests only: sign-in providers on this machine may be entered. */
  ALLOW_LOOPBACK_PROVIDERS: flag.default(false),
  /** Lets passwords in everywhere, for the day an organisation's only way in does not work. */
  PASSWORDS_ALWAYS: flag.default(false),
  /** Keys of the vault, or the path of a file with them; the newest first. */
  VAULT_KEY: z.string().min(1, 'must be a key of 32 bytes in base64, or the path of a file with such keys'),
  /** Seals what the database keeps of second factors. Several, with commas between, while a newer one replaces an older. */
  SECRETS_KEY: z
    .string()
    .regex(/^[^\s,]{32,}(,[^\s,]{32,})*$/, 'must be a secret of at least 32 characters, and stay the same'),
  /** A mail server; without one, letters are files in the folder `mail` of `DATA_DIR`. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@mail.example:465' })
    .optional(),
  MAIL_FROM: z.string().min(3).default('Journeybook <journeybook@localhost>'),
  DATA_DIR: z.string().min(1).default('.data'),
  /** Which proxies may say where a request comes from, e.g. `loopback` or `10.0.0.0/8`; none by default. */
  TRUSTED_PROXIES: z.string().default(''),
  /** Requests a minute of one person or page; of one address ten times as many. */
  RATE_LIMIT_READS: z.coerce.number().int().min(10).default(600),
  RATE_LIMIT_WRITES: z.coerce.number().int().min(10).default(120),
  DEMO: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Where log lines go; to the terminal unless set. */
  LOG_FILE: z.string().default(''),
  PORTAL_DIR: z.string().default(fileURLToPath(new URL('../../portal/dist/portal', import.meta.url))),
  /** IANA name of the time zone in which "today" is told at the sites. */
  TIME_ZONE: z
    .string()
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
    .refine((zone) => isTimeZone(zone), 'must be a time zone such as America/Chicago'),
});

export type Config = z.output<typeof environment>;

/** What letters need: where they are handed over, from whom, and which address they name. */
export const mailEnvironment = environment.pick({
  SMTP_URL: true,
  MAIL_FROM: true,
  DATA_DIR: true,
  PUBLIC_URL: true,
});
export type MailSettings = z.output<typeof mailEnvironment>;

/** Reads the environment. Throws one error that lists every variable that is missing or wrong, and never a value. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(variables);
  const plain = variables['ALLOW_PLAIN_HTTP'] === 'true' ? [] : plainAddresses(variables);
  if (parsed.success && plain.length === 0) return parsed.data;
  const faults = [
    ...(parsed.error?.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`) ?? []),
    ...plain,
  ];
  throw new Error(`The API cannot start with this environment:\n${faults.join('\n')}`);
}

const plainAddresses = (variables: NodeJS.ProcessEnv): string[] =>
  ['PUBLIC_URL', 'LTI_PUBLIC_URL'].flatMap((name) => {
    const refusal = refusePlainHttp(variables[name]);
    return refusal === null ? [] : [`  ${name}: ${refusal}`];
  });

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
