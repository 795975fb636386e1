import { readFileSync } from 'node:fs';
import { z } from 'zod';

const folder = new URL('../../../../packages/lms-simulator/captures/', import.meta.url);

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

/** One recorded exchange with the real Moodle 4.5. */
export function moodleCapture(name: string): {
  readonly body?: unknown;
  readonly payload?: Record<string, unknown> | undefined;
} {
  return z
    .looseObject({ payload: z.record(z.string(), z.unknown()).optional() })
    .parse(read(`moodle-4.5/${name}.json`));
}

const payload = z.record(z.string(), z.unknown());
const platform = z.looseObject({ variants: z.record(z.string(), payload) });

/** Every id_token payload of `claims-by-case.json`, by platform and case. */
export function claimsByCase(): { readonly name: string; readonly payload: Record<string, unknown> }[] {
  const file = z.object({ canvas: platform, moodle: platform }).parse(read('claims-by-case.json'));
  return Object.entries(file).flatMap(([profile, { variants, ...cases }]) => [
    ...Object.entries(cases).flatMap(([name, value]) => {
      const found = z.looseObject({ payload }).safeParse(value);
      return found.success ? [{ name: `${profile} ${name}`, payload: found.data.payload }] : [];
    }),
    ...Object.entries(variants).map(([name, claims]) => ({ name: `${profile} ${name}`, payload: claims })),
  ]);
}
