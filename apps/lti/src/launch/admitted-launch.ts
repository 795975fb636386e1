import type { ConsumedState, Deployment } from '@journeybook/database/lti';

/** A launch that has passed every check but the signature; once that is verified too, it is acted on. */
export interface AdmittedLaunch {
  readonly state: ConsumedState;
  readonly payload: Readonly<Record<string, unknown>>;
}

export type ActiveDeployment = Extract<Deployment, { readonly status: 'active' }>;
