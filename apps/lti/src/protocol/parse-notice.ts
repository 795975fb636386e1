import { z } from 'zod';
import { claim, copyNotice } from './claim-names.js';
import { isIdentifier } from './known-text.js';

/** What a platform tells us by itself (LTI PNS 1.0): a course was copied, or something that is not for us. */
export type Notice =
  | {
      readonly kind: 'copy';
      readonly id: string;
      /** The platform's own id of the new course. */
      readonly course: string;
      /** Those of the courses it was copied from, itself never among them; none when the platform does not say. */
      readonly origins: readonly string[];
      /** Null when the platform did not say it in words we read. */
      readonly copiedAt: Date | null;
    }
  | { readonly kind: 'other'; readonly id: string; readonly type: string };

const identifier = z.string().refine(isIdentifier);

const notice = z.object({
  [claim.version]: z.literal('1.3.0'),
  [claim.notice]: z.object({ id: identifier, type: identifier, timestamp: z.unknown().optional() }),
});
const copy = z.object({
  [claim.context]: z.object({ id: identifier }),
  [claim.originContexts]: z.array(z.unknown()).nullish().catch(null),
});

const mostOrigins = 200;

/** Reads the claims of a verified notice; null when they lack what every notice, or one of a copy, must have. */
export function parseNotice(payload: unknown): Notice | null {
  const parsed = notice.safeParse(payload);
  if (!parsed.success) return null;
  const { id, type, timestamp } = parsed.data[claim.notice];
  if (type !== copyNotice) return { kind: 'other', id, type };
  const told = copy.safeParse(payload);
  if (!told.success) return null;
  const course = told.data[claim.context].id;
  const origins = (told.data[claim.originContexts] ?? []).filter(isIdentifier).filter((origin) => origin !== course);
  return {
    kind: 'copy',
    id,
    course,
    origins: [...new Set(origins)].slice(0, mostOrigins),
    copiedAt: instant(timestamp),
  };
}

function instant(said: unknown): Date | null {
  const at = new Date(typeof said === 'string' && said.length <= 40 ? said : Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
