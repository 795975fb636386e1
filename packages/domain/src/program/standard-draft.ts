import type { OrganizationId } from '../brand.js';
import type { Standard } from './standard.js';

/** A draft may be edited and nobody is bound to it; a published version never changes. */
export type StandardStatus = 'draft' | 'published';

/** A sponsor's version of a program, before and after it is published. */
export interface StandardVersion {
  readonly sponsor: OrganizationId;
  readonly status: StandardStatus;
  readonly standard: Standard;
  /** Goes up with every edit, so that nobody writes over what somebody else changed. */
  readonly edition: number;
}
