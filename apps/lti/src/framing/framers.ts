import type { Response } from 'express';

const kept = 'framers';

/** Keeps whose pages may show in a frame whatever this request ends with; said again as soon as more is known. */
export function keepFramers(response: Response, origins: readonly string[]): void {
  response.locals[kept] = [...new Set(origins)];
}

/** Null as long as nobody has said. */
export const keptFramers = ({ locals }: Response): readonly string[] | null =>
  (locals[kept] as readonly string[] | undefined) ?? null;

/** As a policy says it: nobody may, unless somebody was named. */
export const framersInWords = (response: Response): string => {
  const origins = keptFramers(response) ?? [];
  return `frame-ancestors ${origins.length > 0 ? origins.join(' ') : "'none'"}`;
};
