export * from '../jobs/jobs.js';
export * from '../roles.js';
export * from './context.repository.js';
export * from './line-item.repository.js';
export * from './oidc-state.repository.js';
export * from './open-lti-store.js';
export type { Deployment, PlatformProfile, Registration } from './registration.js';
export * from './registration.repository.js';
export * from './tool-key.repository.js';
