import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/**
 * Whether somebody who may open the record may see its wages too: the apprentice, the employer and the sponsor, who are the parties of
 * the agreement (29 CFR 29.7); not a mentor.
 */
export const mayReadWages = (
  actor: PersonActor,
  apprenticeship: Apprenticeship,
): Result<Apprenticeship, { readonly kind: 'not-their-apprentice' }> =>
  actor.person === apprenticeship.apprentice ||
  holds(actor, 'employer-admin', apprenticeship.employer) ||
  holds(actor, 'sponsor-admin', apprenticeship.sponsor)
    ? accept(apprenticeship)
    : refuse({ kind: 'not-their-apprentice' });
