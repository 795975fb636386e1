/** Which learning platform's habits to expect (lti.md 4). */
export type PlatformProfile = 'moodle' | 'canvas' | 'generic';

/** One learning platform that knows the tool under one client id. */
export interface Registration {
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  /** What a token request is addressed to; null when that is the token address itself. */
  readonly tokenAudience: string | null;
  readonly profile: PlatformProfile;
  readonly name: string;
}

/** Where a platform is, as far as its own pages go. */
export type PlatformAddresses = Pick<Registration, 'issuer' | 'authUrl'>;

/** One place within a platform that uses the registration: the boundary between colleges. */
export type Deployment =
  | { readonly id: string; readonly deploymentId: string; readonly status: 'active'; readonly collegeId: string }
  | {
      readonly id: string;
      readonly deploymentId: string;
      readonly status: 'pending' | 'blocked';
      readonly collegeId: string | null;
    };

/** The deployment of that name as one JSON value, null when the registration has none; `r` is the registrations' table. */
export const deploymentJson = (name: string) => `
  (select json_build_object('id', d.id, 'deploymentId', d.deployment_id, 'status', d.status, 'collegeId', d.college_id)
   from lti.deployments d where d.registration_id = r.id and d.deployment_id = ${name})`;

/** How a registration's columns are read; `r` is the table. */
export const registrationColumns = `
  r.id, r.issuer, r.client_id as "clientId", r.auth_url as "authUrl", r.token_url as "tokenUrl", r.jwks_url as "jwksUrl",
  r.token_audience as "tokenAudience", r.profile, r.name`;

/** The same as one JSON value, null when the row is missing. */
export const registrationJson = `
  json_build_object('id', r.id, 'issuer', r.issuer, 'clientId', r.client_id, 'authUrl', r.auth_url, 'tokenUrl', r.token_url,
    'jwksUrl', r.jwks_url, 'tokenAudience', r.token_audience, 'profile', r.profile, 'name', r.name)`;
