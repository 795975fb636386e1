import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { StandardVersion } from './standard-draft.js';
import type { Standard } from './standard.js';

export type EditStandardRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'published-never-changes' }
  | { readonly kind: 'changed-since-shown' };

/**
 * Replaces the contents of a draft, one edition on; it may be faulty meanwhile. A published version never changes: a new draft is made
 * of it (`draftFrom`). The id stays, whatever the contents say.
 */
export function editStandard(
  actor: PersonActor,
  version: StandardVersion,
  edit: { readonly standard: Standard; readonly shownEdition: number },
): Result<StandardVersion, EditStandardRefusal> {
  if (!holds(actor, 'sponsor-admin', version.sponsor)) return refuse({ kind: 'not-their-program' });
  if (version.status !== 'draft') return refuse({ kind: 'published-never-changes' });
  if (version.edition !== edit.shownEdition) return refuse({ kind: 'changed-since-shown' });
  return accept({
    ...version,
    edition: version.edition + 1,
    standard: { ...edit.standard, id: version.standard.id },
  });
}

/** A draft of a new version with the contents of another one. */
export const draftFrom = (
  from: StandardVersion,
  { id, version }: { id: Standard['id']; version: string },
): StandardVersion => ({
  sponsor: from.sponsor,
  status: 'draft',
  edition: 1,
  standard: { ...from.standard, id, version },
});
