import { z } from 'zod';

/** Words of the domain that several features send. */
export const approach = z.enum(['time', 'competency', 'hybrid']);

export const apprenticeshipStatus = z.enum([
  'draft',
  'registered',
  'active',
  'suspended',
  'completed',
  'cancelled',
  'transferred',
]);

export const jobBookStatus = z.enum(['template-unverified', 'reviewed']);

/** How mastery is judged (29 CFR 29.5(b)(2)(ii)). */
export const evaluationMethod = z.enum(['observation', 'test', 'work-sample', 'interview']);
