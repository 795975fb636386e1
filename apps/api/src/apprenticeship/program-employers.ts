import type { Tables } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';

/** Who may employ apprentices of a sponsor's program: its employers, by name, and last the sponsor itself. */
export async function listEmployers(
  { people }: Tables,
  sponsor: OrganizationId,
): Promise<{ id: OrganizationId; name: string }[]> {
  const partners = await people.listPartners(sponsor);
  const employers = partners.filter((one) => one.kind === 'employer');
  const own = await people.findOrganization(sponsor);
  return [...employers, ...(own ? [own] : [])].map(({ id, name }) => ({ id: id as OrganizationId, name }));
}
