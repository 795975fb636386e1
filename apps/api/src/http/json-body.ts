import type { RequestHandler } from 'express';
import express from 'express';

/** What a form or a list of a few hundred lines takes. */
const ordinary = express.json({ limit: '100kb' });
/** Whole courses: what is confirmed and entered of them, and what the LTI tool reports. */
const long = express.json({ limit: '1mb' });
/** Whole programs, and files, which come as base64. */
const file = express.json({ limit: '4mb' });

const longer: readonly (readonly [RegExp, RequestHandler])[] = [
  [/^\/api\/standard-drafts\/import$/, file],
  [/^\/api\/standard-drafts\/[^/]+$/, file],
  [/^\/api\/taught-sections\/[^/]+\/result-files$/, file],
  [/^\/api\/taught-sections\/[^/]+\/(results|completions(\/undone)?|review-decisions)$/, long],
  [/^\/api\/apprenticeships\/[^/]+\/move$/, long],
  [/^\/api\/section\/(completions|matches)(\/undone)?$/, long],
  [/^\/api\/lms\//, long],
];

/** Reads a body of JSON, no longer than the route has use for. */
export const jsonBody: RequestHandler = (request, response, next) => {
  const parse = longer.find(([pattern]) => pattern.test(request.path))?.[1] ?? ordinary;
  void parse(request, response, next);
};
