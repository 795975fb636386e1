import { queryNumber } from '../http/query.js';
import type { ServiceCall } from './service-call.js';

const DEFAULT_SIZE = 10;

export interface CanvasPage<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Cuts a Canvas page: `limit` (at most `largest`, 10 when not given) and `page`, with its Link header. */
export function canvasPage<T>(call: ServiceCall, all: readonly T[], largest: number): CanvasPage<T> {
  const size = Math.min(Math.max(queryNumber(call.req, 'limit') ?? DEFAULT_SIZE, 1), largest);
  const page = Math.max(queryNumber(call.req, 'page') ?? 1, 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const link = (number: number, rel: string) => `<${pageUrl(call, size, number)}>; rel="${rel}"`;
  const links = [
    link(page, 'current'),
    ...(page < last ? [link(page + 1, 'next')] : []),
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    link(1, 'first'),
    link(last, 'last'),
  ];
  return { items: all.slice((page - 1) * size, page * size), headers: { link: links.join(',') } };
}

function pageUrl({ platform, req }: ServiceCall, size: number, page: number): string {
  const url = new URL(req.originalUrl, platform.urls.base);
  url.searchParams.set('limit', String(size));
  url.searchParams.set('page', String(page));
  return url.href;
}
