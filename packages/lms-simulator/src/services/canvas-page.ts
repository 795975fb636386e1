import { queryNumber } from '../http/query.js';
import type { ServiceCall } from './service-call.js';

export interface CanvasPage<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

export interface PageSizes {
  /** When none is asked for. */
  readonly usual: number;
  readonly largest: number;
  /** The parameter by which the Link header goes on; names and roles put their own in place of the `limit` of the request. */
  readonly named: 'limit' | 'per_page';
}

/** How columns and grades are cut. */
export const gradePages: PageSizes = { usual: 10, largest: 100, named: 'limit' };

/** Cuts a Canvas page: `limit` or `per_page`, and `page`, with its Link header. */
export function canvasPage<T>(call: ServiceCall, all: readonly T[], sizes: PageSizes): CanvasPage<T> {
  const asked = queryNumber(call.req, 'limit') ?? queryNumber(call.req, 'per_page') ?? sizes.usual;
  const size = Math.min(Math.max(asked, 1), sizes.largest);
  const page = Math.max(queryNumber(call.req, 'page') ?? 1, 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const link = (number: number, rel: string) =>
    `<${pageUrl(call, { [sizes.named]: size, page: number })}>; rel="${rel}"`;
  const links = [
    link(page, 'current'),
    ...(page < last ? [link(page + 1, 'next')] : []),
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    link(1, 'first'),
    link(last, 'last'),
  ];
  return { items: all.slice((page - 1) * size, page * size), headers: { link: links.join(',') } };
}

function pageUrl({ platform, req }: ServiceCall, numbers: Readonly<Record<string, number>>): string {
  const url = new URL(req.originalUrl, platform.urls.base);
  if ('per_page' in numbers) url.searchParams.delete('limit');
  for (const [name, value] of Object.entries(numbers)) url.searchParams.set(name, String(value));
  return url.href;
}
