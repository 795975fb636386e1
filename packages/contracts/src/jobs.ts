import { z } from 'zod';
import { instant } from './shared.js';

/** How often the platform did not answer this job before. */
const attempt = z.number().int().min(0).default(0);

/** Whether a launch has it read now; false once that was put off by an outage. It waits behind none that was put off. */
const launched = z.boolean().default(false);

/** Queues in PostgreSQL between the API, which decides, and the LTI tool, which alone speaks to learning platforms. */
export const jobQueues = {
  /** Read the roster of one LMS course; the tool has its grades read after it. */
  readRoster: {
    name: 'read-roster',
    data: z.object({
      contextId: z.uuid(),
      /**
       * When a person asked, by the database's clock; null when nobody did. Their word makes a roster count that was seen before then
       * to be much smaller than it was.
       */
      askedAt: instant.nullable().default(null),
      launched,
      attempt,
    }),
  },
  /** Read the grades in our column of one LMS course. */
  readResults: {
    name: 'read-results',
    data: z.object({
      contextId: z.uuid(),
      /** When a person asked; null when nobody did. Theirs waits behind none that nobody asked for. */
      askedAt: instant.nullable().default(null),
      launched,
      attempt,
    }),
  },
  /** Deliver one score to the platform's gradebook. */
  deliverScore: {
    name: 'deliver-score',
    data: z.object({
      deliveryId: z.uuid(),
      attempt,
      /** How often the platform refused it in a way that may pass. */
      refusals: z.number().int().min(0).default(0),
    }),
  },
  /** Make rows in our column so that grades typed there can be read (Canvas); the tool sends these to itself. */
  seedResults: { name: 'seed-results', data: z.object({ contextId: z.uuid(), attempt }) },
  /** Ask a platform to tell us of copied courses (LTI PNS 1.0); the tool sends these to itself. */
  subscribeNotices: { name: 'subscribe-notices', data: z.object({ deployment: z.uuid(), attempt }) },
  /** Ask a platform for its keys and for a token, and keep what came of it. */
  checkPlatform: { name: 'check-platform', data: z.object({ checkId: z.uuid() }) },
} as const;
