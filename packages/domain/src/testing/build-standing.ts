import type { OpenStandingRequest } from '../standing/standing-request.js';
import { hours } from '../units.js';
import {
  apprenticeshipId,
  competencyCode,
  courseCode,
  emma,
  now,
  processCode,
  standingRequestId,
} from './build-ids.js';

/** Emma asks for 400 h of WP01, the 24 h of RTI03 and WP01.01 for Ada. */
export const standingRequest = (overrides: Partial<OpenStandingRequest> = {}): OpenStandingRequest => ({
  id: standingRequestId(1),
  state: 'requested',
  apprenticeship: apprenticeshipId(1),
  requestedBy: emma,
  requestedAt: now,
  items: [
    { kind: 'work-process', workProcess: processCode('WP01'), minutes: hours(400) },
    { kind: 'course', course: courseCode('RTI03'), minutes: hours(24) },
    { kind: 'competency', competency: competencyCode('WP01.01'), level: 3 },
  ],
  reason: 'Two years as an operator at another plant',
  evidence: [{ title: 'Letter of the plant', reference: 'file 12' }],
  youthMinutes: null,
  ...overrides,
});
