import type { Session } from '@journeybook/contracts';
import {
  IconBook2,
  IconChecklist,
  IconClipboardCheck,
  IconClockPlus,
  IconSchool,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

export interface NavigationEntry {
  readonly to: '/record' | '/log' | '/job-book' | '/classes' | '/queue' | '/apprentices';
  readonly label: string;
  readonly icon: Icon;
  /** How many things wait behind it; 0 shows no number. */
  readonly waiting: number;
}

/** Where somebody with these roles may go; several roles add up. An instructor works in the learning platform. */
export function navigationFor(session: Session): readonly NavigationEntry[] {
  const has = (role: string) => session.roles.some((held) => held.role === role);
  const entries: NavigationEntry[] = [];
  if (session.ownApprenticeship !== null || has('apprentice'))
    entries.push(
      { to: '/record', label: 'Record', icon: IconClipboardCheck, waiting: 0 },
      { to: '/log', label: 'Log', icon: IconClockPlus, waiting: 0 },
      { to: '/job-book', label: 'Job Book', icon: IconBook2, waiting: 0 },
      { to: '/classes', label: 'Classes', icon: IconSchool, waiting: 0 },
    );
  if (has('mentor'))
    entries.push({ to: '/queue', label: 'Queue', icon: IconChecklist, waiting: session.waitingForApproval });
  const office = has('employer-admin') || has('sponsor-admin');
  if (has('mentor') || office)
    entries.push({ to: '/apprentices', label: office ? 'Apprentices' : 'People', icon: IconUsers, waiting: 0 });
  return entries;
}
