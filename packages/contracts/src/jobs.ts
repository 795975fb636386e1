import { z } from 'zod';

/** Queues in PostgreSQL between the API, which decides, and the LTI tool, which alone speaks to learning platforms. */
export const jobQueues = {
  /** Read the roster, then the grades in our column, of one LMS course. */
  readRoster: { name: 'read-roster', data: z.object({ contextId: z.uuid() }) },
  /** Deliver one score to the platform's gradebook. */
  deliverScore: { name: 'deliver-score', data: z.object({ deliveryId: z.uuid() }) },
  /** Ask a platform for its keys and for a token, and keep what came of it. */
  checkPlatform: { name: 'check-platform', data: z.object({ checkId: z.uuid() }) },
} as const;
