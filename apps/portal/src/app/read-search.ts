/** The search part of an address, whatever stands there. */
export type Search = Readonly<Record<string, unknown>>;

/** The place to come back to after signing in: one of our own pages, whatever the address says. */
export const ownPath = (value: unknown): { from?: string | undefined } =>
  // Said as undefined, not left out: the router keeps what a validator does not name.
  ({ from: typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined });

/** What is opened over a record is part of its address, so that it can be sent to somebody. */
export const openedSearch = (search: Search): { open?: string | undefined } => ({
  open: typeof search['open'] === 'string' ? search['open'] : undefined,
});

/** A text of the address; undefined when there is none of that name. */
export const searchText = (search: Search, name: string) =>
  typeof search[name] === 'string' ? search[name] : undefined;
