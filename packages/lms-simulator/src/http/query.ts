import type { Request } from 'express';

/** One query parameter; the last one when it was sent twice, as PHP and Rails read it. */
export function queryValue(req: Request, name: string): string | undefined {
  return new URL(req.originalUrl, 'http://platform').searchParams.getAll(name).at(-1);
}

/** A whole number from the query, or undefined when it is missing or not one. */
export function queryNumber(req: Request, name: string): number | undefined {
  const text = queryValue(req, name);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** A part of the route's path, which Express has already decoded. */
export function pathValue(req: Request, name: string): string {
  const value = req.params[name];
  return typeof value === 'string' ? value : '';
}
