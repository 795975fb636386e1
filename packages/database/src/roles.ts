/** The database roles the servers work under. Each can do what its server needs and nothing more. */
export type DatabaseRole = 'journeybook_api' | 'journeybook_lti' | 'journeybook_vault';

/**
 * The address that connects under the role: every statement runs with its rights, whoever the address signs in as.
 * The owner in `DATABASE_URL` must be a member of the role; the migrations see to that.
 */
export function asRole(url: string, role: DatabaseRole): string {
  const address = new URL(url);
  const options = [address.searchParams.get('options'), `-c role=${role}`].filter(Boolean).join(' ');
  address.searchParams.set('options', options);
  return address.href;
}
