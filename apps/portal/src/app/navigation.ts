import type { Session } from '@journeybook/contracts';
import {
  IconBook2,
  IconChecklist,
  IconClipboardCheck,
  IconClockPlus,
  IconFileCertificate,
  IconFileText,
  IconListCheck,
  IconPlugConnected,
  IconSchool,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';

export interface NavigationEntry {
  readonly to:
    | '/to-do'
    | '/record'
    | '/log'
    | '/job-book'
    | '/classes'
    | '/agreement'
    | '/queue'
    | '/apprentices'
    | '/programs'
    | '/platforms'
    | '/people';
  readonly label: string;
  readonly icon: Icon;
  /** How many things wait behind it; 0 shows no number. */
  readonly waiting: number;
  /** Other addresses that belong to it, with those beneath them: its tabs. */
  readonly also?: readonly string[];
}

const agreementTabs = ['/standing', '/wages', '/completion', '/questions'];

/** Where somebody with these roles may go; several roles add up. An instructor works in the learning platform. */
export function navigationFor(session: Session): readonly NavigationEntry[] {
  const has = (role: string) => session.roles.some((held) => held.role === role);
  const office = has('employer-admin') || has('sponsor-admin');
  const entries: NavigationEntry[] = [];
  // How much waits there is counted by the shell, from the same answers as the page.
  if (office)
    entries.push({ to: '/to-do', label: 'To do', icon: IconListCheck, waiting: 0, also: ['/notices', '/privacy'] });
  if (session.ownApprenticeship !== null || has('apprentice'))
    entries.push(
      { to: '/record', label: 'Record', icon: IconClipboardCheck, waiting: 0 },
      { to: '/log', label: 'Log', icon: IconClockPlus, waiting: 0 },
      { to: '/job-book', label: 'Job Book', icon: IconBook2, waiting: 0 },
      { to: '/classes', label: 'Classes', icon: IconSchool, waiting: 0 },
      { to: '/agreement', label: 'Agreement', icon: IconFileText, waiting: 0, also: agreementTabs },
    );
  if (has('mentor'))
    entries.push({ to: '/queue', label: 'Queue', icon: IconChecklist, waiting: session.waitingForApproval });
  if (has('mentor') || office)
    entries.push({ to: '/apprentices', label: office ? 'Apprentices' : 'People', icon: IconUsers, waiting: 0 });
  if (office) entries.push({ to: '/programs', label: 'Programs', icon: IconFileCertificate, waiting: 0 });
  if (has('college-admin') || has('sponsor-admin'))
    entries.push({ to: '/platforms', label: 'Platforms', icon: IconPlugConnected, waiting: 0 });
  if (office || has('college-admin'))
    entries.push({ to: '/people', label: 'Our people', icon: IconUsersGroup, waiting: 0 });
  return entries;
}
