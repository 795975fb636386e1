import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

export type RemoveConnectionRefusal = { readonly kind: 'connection-opened' };

/**
 * Decides whether a connection is taken away for good: only one from which nobody ever opened a course. Whatever was opened keeps what
 * its courses, learners and grades are known by and is blocked instead: `connection-opened`.
 */
export const removeConnection = (opened: boolean): Result<'removed', RemoveConnectionRefusal> =>
  opened ? refuse({ kind: 'connection-opened' }) : accept('removed');
