import { expect, test } from 'vitest';
import { worked } from './hours-entry.js';
import { approvedHours, draftHours, returnedHours, submittedHours } from '../testing/build.js';

test.each([submittedHours(), approvedHours(), returnedHours()])(
  'what was worked is the same while $status',
  (entry) => {
    const { status, ...whatWasWorked } = draftHours({ version: entry.version });
    expect(status).toBe('draft');
    expect(worked(entry)).toEqual(whatWasWorked);
  },
);
