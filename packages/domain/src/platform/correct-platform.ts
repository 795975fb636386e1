import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** How a registration came here: entered by hand, made by the platform itself, or by a command of whoever runs the installation. */
export type RegistrationOrigin = 'hand' | 'invitation' | 'command';

/** What decides who may correct a registration. */
export interface CorrectionFacts {
  readonly origin: RegistrationOrigin;
  /** Whether another college uses it too, or entered it. */
  readonly shared: boolean;
  /** Whether somebody came in by it: a course, an account or a pick is known by its issuer and client id. */
  readonly launched: boolean;
}

/** The names by which a platform and we know each other (OIDC). */
export interface RegistrationName {
  readonly issuer: string;
  readonly clientId: string;
}

/** What a college may correct by itself, or why it may correct nothing. */
export type PlatformCorrection = 'everything' | 'addresses' | 'shared' | 'by-invitation' | 'by-command';

export type CorrectPlatformRefusal =
  | { readonly kind: 'platform-not-by-hand'; readonly origin: Exclude<RegistrationOrigin, 'hand'> }
  | { readonly kind: 'platform-shared' }
  | { readonly kind: 'platform-launched' }
  | { readonly kind: 'platform-name-taken' };

/** Says what a college may correct of a registration, for whoever is about to. */
export function correctionOf({ origin, shared, launched }: CorrectionFacts): PlatformCorrection {
  if (origin !== 'hand') return `by-${origin}`;
  if (shared) return 'shared';
  return launched ? 'addresses' : 'everything';
}

export interface CorrectPlatformFacts extends CorrectionFacts {
  readonly held: RegistrationName;
  /** Whether another registration has the name that is given. */
  readonly taken: boolean;
}

/**
 * Decides whether a college corrects what it entered of a platform. What a platform or a command registered is refused with
 * `platform-not-by-hand`; what several colleges use (Canvas, lti.md 4.1) with `platform-shared`, since one would redirect the launches of
 * the others; another issuer or client id with `platform-launched` once somebody came in by the old ones, and with
 * `platform-name-taken` when they are another registration's.
 */
export function correctPlatform(
  given: RegistrationName,
  { origin, shared, launched, held, taken }: CorrectPlatformFacts,
): Result<'corrected', CorrectPlatformRefusal> {
  if (origin !== 'hand') return refuse({ kind: 'platform-not-by-hand', origin });
  if (shared) return refuse({ kind: 'platform-shared' });
  if (given.issuer === held.issuer && given.clientId === held.clientId) return accept('corrected');
  if (launched) return refuse({ kind: 'platform-launched' });
  return taken ? refuse({ kind: 'platform-name-taken' }) : accept('corrected');
}
