/** Hosts of one vendor that vouch for each other: its sign-in and its colleges are in different places. */
const families = [['instructure.com', 'canvaslms.com'], ['brightspace.com'], ['blackboard.com']] as const;

const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
const isOf = (host: string, family: readonly string[]): boolean => family.some((domain) => isUnder(host, domain));

/** Whether the host is one of a vendor's that serves many colleges from it. */
export const isOfVendor = (host: string): boolean => families.some((family) => isOf(host, family));

/** Whether both hosts are one vendor's. */
export const areOfOneVendor = (one: string, other: string): boolean =>
  families.some((family) => isOf(one, family) && isOf(other, family));
