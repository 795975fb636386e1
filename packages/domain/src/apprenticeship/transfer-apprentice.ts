import type { PersonActor } from '../access/roles.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { ChangedStatus, ChangeStatusFacts, ChangeStatusRefusal, StatusChange } from './change-status.js';
import { changeThrough } from './change-status.js';

export interface Transfer extends Pick<StatusChange, 'effectiveOn' | 'reason'> {
  /** The program taken up, by its RAPIDS code. */
  readonly toRapidsCode: string;
  readonly agreedByApprenticeOn: StatusChange['effectiveOn'] | null;
  /** The day the transcript of hours and instruction was handed over. */
  readonly transcriptGivenOn: StatusChange['effectiveOn'] | null;
}

export type TransferRefusal =
  | ChangeStatusRefusal
  | { readonly kind: 'another-occupation' }
  | { readonly kind: 'not-agreed-by-apprentice' }
  | { readonly kind: 'transcript-missing' };

/**
 * Lets an apprentice go over to another program of the same occupation: agreed by the apprentice, with a transcript of instruction
 * and hours, both of which happened and are kept with the change (29 CFR 29.5(b)(13)). This agreement ends; the other program begins
 * a new one and grants what the transcript shows.
 */
export function transferApprentice(
  actor: PersonActor,
  transfer: Transfer,
  facts: ChangeStatusFacts & { rapidsCode: string },
): Result<ChangedStatus, TransferRefusal> {
  const { agreedByApprenticeOn, transcriptGivenOn } = transfer;
  const changed = changeThrough('transfer', actor, { ...transfer, to: 'transferred', noticeGivenOn: null }, facts);
  if (!changed.ok) return changed;
  if (transfer.toRapidsCode !== facts.rapidsCode) return refuse({ kind: 'another-occupation' });
  if (agreedByApprenticeOn === null) return refuse({ kind: 'not-agreed-by-apprentice' });
  if (transcriptGivenOn === null) return refuse({ kind: 'transcript-missing' });
  if (agreedByApprenticeOn > facts.today || transcriptGivenOn > facts.today)
    return refuse({ kind: 'future-date', today: facts.today });
  const { change, ...rest } = changed.value;
  return accept({ ...rest, change: { ...change, agreedByApprenticeOn, transcriptGivenOn } });
}
