import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** How an installation within a platform stands: the boundary between colleges (LTI Core 1.3, 3.1.3). */
export type DeploymentStatus = 'active' | 'pending' | 'blocked';

export type DecideDeploymentRefusal =
  | { readonly kind: 'not-pending'; readonly status: DeploymentStatus }
  | { readonly kind: 'already-blocked' }
  | { readonly kind: 'not-blocked'; readonly status: DeploymentStatus };

/** Lets a pending installation be used by its college. `not-pending` for any other. */
export const approveDeployment = (
  status: DeploymentStatus,
): Result<DeploymentStatus, Extract<DecideDeploymentRefusal, { kind: 'not-pending' }>> =>
  status === 'pending' ? accept('active') : refuse({ kind: 'not-pending', status });

/** Shuts an installation, whether it was used or only waited. `already-blocked` when it is shut. */
export const blockDeployment = (
  status: DeploymentStatus,
): Result<DeploymentStatus, Extract<DecideDeploymentRefusal, { kind: 'already-blocked' }>> =>
  status === 'blocked' ? refuse({ kind: 'already-blocked' }) : accept('blocked');

/** Opens a shut installation again. `not-blocked` for any other. */
export const unblockDeployment = (
  status: DeploymentStatus,
): Result<DeploymentStatus, Extract<DecideDeploymentRefusal, { kind: 'not-blocked' }>> =>
  status === 'blocked' ? accept('active') : refuse({ kind: 'not-blocked', status });
