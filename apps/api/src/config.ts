import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const environment = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address such as postgres://user:password@host:5432/journeybook',
  }),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().default('http://localhost:4400'),
  LTI_PUBLIC_URL: z.url().default('http://127.0.0.1:4401'),
  /** For development and tests only: platforms on this machine may be connected. */
  LTI_ALLOW_LOOPBACK_PLATFORMS: flag.default(false),
  LMS_PUBLIC_URL: z.url().default('http://localhost:4402'),
  LTI_MACHINE_TOKEN: z
    .string()
    .min(32, 'must be a secret of at least 32 characters, the same for the API and the LTI tool'),
  /** What the secrets of organisations' sign-in providers are sealed with; without it none can be entered. */
  SIGN_IN_KEY: z.string().min(32, 'must be a secret of at least 32 characters').optional(),
  /** For development and tests only: sign-in providers on this machine may be entered. */
  ALLOW_LOOPBACK_PROVIDERS: flag.default(false),
  /** Lets passwords in everywhere, for the day an organisation's only way in does not work. */
  PASSWORDS_ALWAYS: flag.default(false),
  /** A mail server; without one, letters are files in the folder `mail` of `DATA_DIR`. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@mail.example:465' })
    .optional(),
  MAIL_FROM: z.string().min(3).default('Journeybook <journeybook@localhost>'),
  DATA_DIR: z.string().min(1).default('.data'),
  /** Which proxies may say where a request comes from, e.g. `loopback` or `10.0.0.0/8`; none by default. */
  TRUSTED_PROXIES: z.string().default(''),
  DEMO: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PORTAL_DIR: z.string().default(fileURLToPath(new URL('../../portal/dist/portal', import.meta.url))),
  /** IANA name of the time zone in which "today" is told at the sites. */
  TIME_ZONE: z
    .string()
    .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
    .refine((zone) => isTimeZone(zone), 'must be a time zone such as America/Chicago'),
});

export type Config = z.output<typeof environment>;

/** Reads the environment. Throws one error that lists every variable that is missing or wrong, and never a value. */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The API cannot start with this environment:\n${faults.join('\n')}`);
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
