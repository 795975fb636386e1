import { z } from 'zod';
import type { DemoLmsOptions } from './start-demo-lms.js';

const address = z.url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:4402' });

const environment = z.object({
  LMS_PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(4402),
  HOST: z.string().min(1).default('127.0.0.1'),
  LMS_PUBLIC_URL: address.optional(),
  LTI_PUBLIC_URL: address.default('http://127.0.0.1:4401'),
  DATA_DIR: z.string().min(1).optional(),
});

/** Reads the demo's settings. Throws one error that names every setting that is wrong. */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): DemoLmsOptions {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The demo learning platform cannot start. Set these environment variables:\n${faults.join('\n')}`);
  }
  const { LMS_PORT, HOST, LMS_PUBLIC_URL, LTI_PUBLIC_URL, DATA_DIR } = parsed.data;
  return {
    port: LMS_PORT,
    host: HOST,
    toolUrl: LTI_PUBLIC_URL,
    ...(LMS_PUBLIC_URL === undefined ? {} : { publicUrl: LMS_PUBLIC_URL }),
    ...(DATA_DIR === undefined ? {} : { dataDir: DATA_DIR }),
  };
}
