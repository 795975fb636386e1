import type { LineItem, ServiceContext } from '@journeybook/database/lti';
import { z } from 'zod';
import { mediaType, scope } from '../protocol/claim-names.js';
import { isIdentifier, knownText } from '../protocol/known-text.js';
import { partOf, withParameters } from '../protocol/service-url.js';
import type { ServiceTools } from './call-service.js';
import { parseJson } from './parse-json.js';
import { readPages } from './read-pages.js';

/** A grade in our column. */
export interface GradeResult {
  readonly subject: string;
  /** Null is unknown, never zero: Moodle leaves the score out for both (lti.md 4.4). */
  readonly scorePercent: number | null;
  /** How far apart two grades are that the column can tell apart, where it seems to keep whole steps of a scale; null elsewhere. */
  readonly stepPercent: number | null;
  readonly comment: string | null;
  readonly gradedAt: string | null;
}

const number = z.number().nullish().catch(null);

const result = z
  .object({
    userId: z.string().refine(isIdentifier),
    resultScore: number,
    resultMaximum: number,
    comment: z
      .unknown()
      .optional()
      .transform((value) => knownText(value, 5_000)),
    timestamp: z.unknown().optional().transform(toInstant),
  })
  .transform((sent) => ({
    subject: sent.userId,
    scorePercent: toPercent(sent.resultScore, sent.resultMaximum),
    stepPercent: toStep(sent.resultScore, sent.resultMaximum),
    comment: sent.comment,
    gradedAt: sent.timestamp,
  }));

function toInstant(value: unknown): string | null {
  const at = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

// AGS 2.0, 3.3.4: the maximum is 1 when it is left out. More than the maximum is possible and counts as all of it.
function toPercent(score: number | null | undefined, maximum: number | null | undefined): number | null {
  if (score === null || score === undefined || (maximum ?? 1) <= 0) return null;
  const percent = Math.round((score / (maximum ?? 1)) * 10_000) / 100;
  return Math.min(100, Math.max(0, percent));
}

/** A scale has few steps; from ten on it is points, which keep fractions. */
const mostSteps = 9;

function toStep(score: number | null | undefined, maximum: number | null | undefined): number | null {
  if (!Number.isInteger(score) || !maximum || maximum <= 0 || maximum > mostSteps) return null;
  return 100 / maximum;
}

export const parseResults = (body: string): GradeResult[] => parseJson(z.array(result), body, 'list of grades');

/** The grades in the column, of everybody or of one person. Throws `PlatformError`; `gone` when the column is no more. */
export async function readColumnResults(
  tools: ServiceTools,
  context: ServiceContext,
  column: LineItem,
  subject?: string,
): Promise<GradeResult[]> {
  // `limit` makes Moodle's results service fail (lti.md 4.4); Canvas allows a hundred.
  const parameters = {
    ...(context.registration.profile === 'canvas' ? { limit: '100' } : {}),
    ...(subject === undefined ? {} : { user_id: subject }),
  };
  const results = await readPages(
    tools,
    context,
    {
      service: 'results',
      url: withParameters(partOf(column.url, 'results'), parameters),
      scopes: [scope.resultRead],
      accept: mediaType.results,
    },
    ({ body }) => parseResults(body),
  );
  const bySubject = new Map(results.map((one) => [one.subject, one]));
  return [...bySubject.values()].filter((one) => subject === undefined || one.subject === subject);
}
