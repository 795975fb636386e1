import type { PersonId } from '../brand.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { SignOffRequest } from './request-sign-off.js';

export type WithdrawSignOffRequestRefusal =
  | { readonly kind: 'not-their-record' }
  | { readonly kind: 'already-answered'; readonly state: SignOffRequest['state'] };

/** Takes a request for a sign-off back: the apprentice alone, and only while nobody has answered it. */
export function withdrawSignOffRequest(
  by: PersonId,
  request: SignOffRequest,
  { apprentice }: Pick<Apprenticeship, 'apprentice'>,
): Result<SignOffRequest & { readonly state: 'withdrawn' }, WithdrawSignOffRequestRefusal> {
  if (by !== apprentice) return refuse({ kind: 'not-their-record' });
  if (request.state !== 'open') return refuse({ kind: 'already-answered', state: request.state });
  return accept({ ...request, state: 'withdrawn' as const });
}
