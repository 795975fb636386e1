import { productNames } from '../pages/layout.js';
import { demoRegistrations } from './registrations.js';

/** One entry of the list the tool's register command reads. */
export interface RegistrationListEntry {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  readonly profile: 'moodle' | 'canvas';
  readonly name: string;
  readonly collegeId: string;
}

/** Both platforms of the demo as the college's administrator would hand them to the tool. */
export function registrationList(lmsPublicUrl: string, collegeId: string): readonly RegistrationListEntry[] {
  return Object.values(demoRegistrations(lmsPublicUrl)).map(({ collegeName, ...registration }) => ({
    ...registration,
    name: `${collegeName} (${productNames[registration.profile]})`,
    collegeId,
  }));
}
