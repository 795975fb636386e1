import type { LaunchRole, Role } from '@journeybook/domain';
import { machineToken } from './environment.js';
import { linkCookieOf } from './mentor-link.js';
import { holders } from './portal-roles.js';
import type { RunningApi } from './start-api.js';

const roles = Object.keys(holders) as Role[];
const launchRoles = ['instructor', 'assistant', 'learner', 'visitor'] as const satisfies readonly LaunchRole[];

export type CallerName = 'nobody' | Role | `launch: ${LaunchRole}` | 'picker' | 'link' | 'machine';

/** Everybody who can call: nobody, each role in the portal, each page in a learning platform's frame, a mentor by a link, and the LTI tool. */
export const callerNames: readonly CallerName[] = [
  'nobody',
  ...roles,
  ...launchRoles.map((role) => `launch: ${role}` as const),
  'picker',
  'link',
  'machine',
];

export type Credentials = Readonly<Record<string, string>>;

/** The header that the caller comes with, new each time; `addHolders` must have been called before. */
export async function credentialsOf(api: RunningApi, caller: CallerName): Promise<Credentials> {
  const role = roles.find((one) => one === caller);
  if (role) return { cookie: await api.cookieOf(holders[role]) };
  const launchRole = launchRoles.find((one) => `launch: ${one}` === caller);
  if (launchRole) {
    const person = { subject: launchRole, name: launchRole, email: null, sisId: null };
    return { authorization: `Bearer ${(await api.launched({ role: launchRole, person })).token}` };
  }
  if (caller === 'picker') return { authorization: `Bearer ${(await api.picking()).token}` };
  if (caller === 'link') return { cookie: await linkCookieOf(api) };
  return caller === 'machine' ? { authorization: `Bearer ${machineToken}` } : {};
}
