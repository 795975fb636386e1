import { z } from 'zod';
import type { Sealer } from '../../services/seal.js';

const ticket = z.object({
  issuer: z.string(),
  clientId: z.string(),
  profile: z.enum(['moodle', 'canvas', 'generic']),
  /** The platform's own name of the deployment, and ours. */
  deploymentId: z.string(),
  deployment: z.string(),
  /** Null when the request named no course: then nothing can be chosen. */
  lmsContextId: z.string().nullable(),
  /** The API's name of the page that chooses; null when there is none, since nothing may be chosen. */
  picker: z.string().nullable(),
  returnUrl: z.string(),
  multiple: z.boolean(),
  lineItem: z.boolean(),
  ancestors: z.array(z.string()),
  /** Left out when the platform sent none. */
  data: z.unknown().optional(),
  /** Why nothing can be chosen; null when something can. */
  error: z.string().nullable(),
  expiresAt: z.number(),
});

/** What it takes to answer a deep-linking request. It waits in the page that chooses, sealed: only this server reads or makes one. */
export type Ticket = z.output<typeof ticket>;

/** A page is open for a working day at most; platforms forget earlier what they asked for. */
const hoursKept = 12;

export const sealTicket = (sealer: Sealer, content: Omit<Ticket, 'expiresAt'>, now: Date): string =>
  sealer.seal(JSON.stringify({ ...content, expiresAt: now.getTime() + hoursKept * 3_600_000 } satisfies Ticket));

/** The ticket a page brings back; null when it is made up, changed or too old. */
export function openTicket(sealer: Sealer, sealed: string, now: Date): Ticket | null {
  try {
    const found = ticket.parse(JSON.parse(sealer.open(sealed)));
    return found.expiresAt > now.getTime() ? found : null;
  } catch {
    return null;
  }
}
