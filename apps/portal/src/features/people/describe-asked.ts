import type { OrganizationSecondFactor } from '@journeybook/contracts';
import { joinWords } from '../../ui/join-names.js';
import { showDate } from '../../ui/show-dates.js';
import { roleNames } from '../session/role-names.js';

/** Of whom an organisation asks a second step, in words. */
export function describeAsked({ roles, requiredFrom }: OrganizationSecondFactor): string {
  if (roles.length === 0 || !requiredFrom)
    return 'Nobody is asked for more than a password. People may set up a second step by themselves.';
  return `Asked of ${joinWords(roles.map((role) => roleNames[role].toLowerCase()))} from ${showDate(requiredFrom)} on. Whoever has none then can do nothing before it is set up.`;
}
