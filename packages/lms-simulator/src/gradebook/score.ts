import { z } from 'zod';

const submissionExtension = z.object({
  new_submission: z.boolean().optional(),
  preserve_score: z.boolean().optional(),
  prioritize_non_tool_grade: z.boolean().optional(),
  submission_type: z.string().optional(),
  submitted_at: z.string().optional(),
});

/** A score as the tool posts it (AGS 2.0 §3.4.9); what each product demands of it differs. */
export const scoreSchema = z.object({
  userId: z.union([z.string(), z.number()]).transform(String),
  timestamp: z.string(),
  activityProgress: z.string(),
  gradingProgress: z.string(),
  scoreGiven: z.number().nullish(),
  scoreMaximum: z.number().nullish(),
  comment: z.string().nullish(),
  submission: z.object({ submittedAt: z.string().optional() }).optional(),
  'https://canvas.instructure.com/lti/submission': submissionExtension.optional(),
});

export type Score = z.infer<typeof scoreSchema>;

export type ScoreDecision<T> =
  | { readonly kind: 'saved'; readonly grade: T }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Reads an ISO 8601 instant with a time zone; null for anything else. */
export function parseInstant(text: string): Date | null {
  if (!ISO_WITH_ZONE.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Any JSON value, or undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
