import type { ReactNode } from 'react';
import { UnknownPage } from './fallback-pages.js';

interface AddressIdProps<Id> {
  /** Reads an id out of what the address has: anything may stand there. */
  readonly schema: { safeParse: (value: unknown) => { success: true; data: Id } | { success: false } };
  readonly value: unknown;
  readonly children: (id: Id) => ReactNode;
}

/** A page about something that the address names; what is no id leads nowhere. */
export function AddressId<Id>({ schema, value, children }: AddressIdProps<Id>) {
  const read = schema.safeParse(value);
  return read.success ? children(read.data) : <UnknownPage />;
}
