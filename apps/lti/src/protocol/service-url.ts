/** The address of a part of a service: the name goes on the path, before the query (AGS 2.0, 3.2.8). */
export function partOf(address: string, part: 'scores' | 'results'): string {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${part}`;
  return url.href;
}

/** The address with parameters added; those it already has are kept. */
export function withParameters(address: string, parameters: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
