import { competencyEndpoints } from './competency.js';
import { hoursEndpoints } from './hours.js';
import { instructionEndpoints } from './instruction.js';
import { lmsEndpoints } from './lms.js';
import { recordEndpoints } from './record.js';
import { sessionEndpoints } from './session.js';

export * from './client.js';
export * from './competency.js';
export * from './endpoint.js';
export * from './hours.js';
export * from './instruction.js';
export * from './jobs.js';
export * from './lms.js';
export * from './problem.js';
export * from './record.js';
export * from './session.js';
export * from './shared.js';

/** Every operation of the API, by name. A test holds the server's routes against this list. */
export const endpoints = {
  ...sessionEndpoints,
  ...hoursEndpoints,
  ...recordEndpoints,
  ...competencyEndpoints,
  ...instructionEndpoints,
  ...lmsEndpoints,
};
