import type { OrganizationId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { DeploymentStatus } from './decide-deployment.js';

/** Where a platform signs people in, gives tokens and publishes its keys. */
export interface PlatformAddresses {
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
}

export type ConnectPlatformRefusal =
  | { readonly kind: 'platform-known-otherwise' }
  | { readonly kind: 'deployment-taken'; readonly deploymentId: string };

export interface ConnectPlatformFacts {
  readonly college: OrganizationId;
  /** The addresses already kept for this issuer and client id; null when they are new. */
  readonly known: PlatformAddresses | null;
  /** Installations of it that have the names given, whoever's they are. */
  readonly deployments: readonly {
    readonly deploymentId: string;
    readonly status: DeploymentStatus;
    readonly college: OrganizationId | null;
  }[];
}

/**
 * Decides whether a college connects a platform by hand. Colleges may share an issuer and client id (Canvas, lti.md 4.1), but nobody
 * changes another's: other addresses are refused with `platform-known-otherwise`, an installation that another college uses or has
 * shut with `deployment-taken`. One that only waits is claimed by whoever knows its name, unless it
 * waits for another college.
 */
export function connectPlatform(
  given: PlatformAddresses,
  { college, known, deployments }: ConnectPlatformFacts,
): Result<'new' | 'shared', ConnectPlatformRefusal> {
  const names = ['authUrl', 'tokenUrl', 'jwksUrl'] as const;
  if (known && names.some((name) => known[name] !== given[name])) return refuse({ kind: 'platform-known-otherwise' });
  const taken = deployments.find(
    (one) => one.college !== college && (one.status !== 'pending' || one.college !== null),
  );
  if (taken) return refuse({ kind: 'deployment-taken', deploymentId: taken.deploymentId });
  return accept(known ? 'shared' : 'new');
}
