export * from './migrate.js';
export * from './new-id.js';
export * from './roles.js';
export * from './jobs/jobs.js';
