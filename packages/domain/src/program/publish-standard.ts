import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { StandardFinding } from './check-standard.js';
import { checkStandard } from './check-standard.js';
import type { StandardVersion } from './standard-draft.js';

export type PublishStandardRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'published-never-changes' }
  | { readonly kind: 'changed-since-shown' }
  | { readonly kind: 'version-taken'; readonly version: string }
  | { readonly kind: 'standard-faulty'; readonly findings: readonly StandardFinding[] };

/**
 * Publishes a draft: without an error (`checkStandard`), as it was shown, under a version that the sponsor's program does not have yet.
 * Answers the warnings that remain.
 */
export function publishStandard(
  actor: PersonActor,
  version: StandardVersion,
  facts: {
    readonly shownEdition: number;
    /** Versions of the same occupation that the sponsor has published. */
    readonly publishedVersions: readonly string[];
  },
): Result<{ version: StandardVersion; warnings: readonly StandardFinding[] }, PublishStandardRefusal> {
  const { standard } = version;
  if (!holds(actor, 'sponsor-admin', version.sponsor)) return refuse({ kind: 'not-their-program' });
  if (version.status !== 'draft') return refuse({ kind: 'published-never-changes' });
  if (version.edition !== facts.shownEdition) return refuse({ kind: 'changed-since-shown' });
  if (facts.publishedVersions.includes(standard.version))
    return refuse({ kind: 'version-taken', version: standard.version });
  const findings = checkStandard(standard);
  const errors = findings.filter((one) => one.severity === 'error');
  if (errors.length > 0) return refuse({ kind: 'standard-faulty', findings: errors });
  return accept({ version: { ...version, status: 'published' as const }, warnings: findings });
}
