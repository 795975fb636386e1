import { accountEndpoints } from './account.js';
import { auditEndpoints } from './audit.js';
import { apprenticeshipEndpoints } from './apprenticeship.js';
import { competencyEndpoints } from './competency.js';
import { completionEndpoints } from './completion.js';
import { pickerEndpoints, pickerReportEndpoints } from './deep-linking.js';
import { hoursEndpoints } from './hours.js';
import { instructionEndpoints } from './instruction.js';
import { lmsEndpoints } from './lms.js';
import { mentorLinkEndpoints } from './mentor-link.js';
import { platformEndpoints } from './platform.js';
import { peopleEndpoints } from './people.js';
import { privacyEndpoints, retentionEndpoints } from './privacy.js';
import { programEndpoints } from './program.js';
import { providerEndpoints } from './provider.js';
import { recordEndpoints } from './record.js';
import { secondFactorEndpoints } from './second-factor.js';
import { sessionEndpoints } from './session.js';
import { standingEndpoints } from './standing.js';
import { teachingEndpoints } from './teaching.js';
import { wagesEndpoints } from './wages.js';

export * from './account.js';
export * from './apprenticeship.js';
export * from './audit.js';
export * from './client.js';
export * from './competency.js';
export * from './completion.js';
export * from './deep-linking.js';
export * from './endpoint.js';
export * from './hours.js';
export * from './instruction.js';
export * from './match-learners.js';
export * from './jobs.js';
export * from './lms.js';
export * from './mentor-link.js';
export * from './pace.js';
export * from './passkey.js';
export * from './platform.js';
export * from './people.js';
export * from './privacy.js';
export * from './problem.js';
export * from './program.js';
export * from './provider.js';
export * from './record.js';
export * from './second-factor.js';
export * from './session.js';
export * from './shared.js';
export * from './standard-contents.js';
export * from './standing.js';
export * from './teaching.js';
export * from './vocabulary.js';
export * from './wages.js';

/** Every operation of the API, by name. A test holds the server's routes against this list. */
export const endpoints = {
  ...sessionEndpoints,
  ...accountEndpoints,
  ...secondFactorEndpoints,
  ...peopleEndpoints,
  ...providerEndpoints,
  ...mentorLinkEndpoints,
  ...hoursEndpoints,
  ...recordEndpoints,
  ...competencyEndpoints,
  ...apprenticeshipEndpoints,
  ...programEndpoints,
  ...standingEndpoints,
  ...wagesEndpoints,
  ...auditEndpoints,
  ...completionEndpoints,
  ...instructionEndpoints,
  ...teachingEndpoints,
  ...pickerEndpoints,
  ...platformEndpoints,
  ...lmsEndpoints,
  ...pickerReportEndpoints,
  ...privacyEndpoints,
  ...retentionEndpoints,
};
