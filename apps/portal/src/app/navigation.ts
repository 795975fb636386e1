import type { Session } from '@journeybook/contracts';
import {
  IconBook2,
  IconChalkboard,
  IconChecklist,
  IconClipboardCheck,
  IconClockPlus,
  IconFileCertificate,
  IconFileText,
  IconHistory,
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
    | '/sections'
    | '/platforms'
    | '/people'
    | '/activity';
  readonly label: string;
  readonly icon: Icon;
  /** How many things wait behind it; 0 shows no number. */
  readonly waiting: number;
  /** Other addresses that belong to it, with those beneath them: its tabs. */
  readonly also?: readonly string[];
}

const agreementTabs = ['/standing', '/wages', '/completion', '/questions', '/who-did-what'];

/** Where somebody with these roles may go; several roles add up. What is taught in a learning platform is confirmed there. */
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
  const audits = has('auditor');
  if (has('mentor') || office || audits)
    entries.push({
      to: '/apprentices',
      label: office || audits ? 'Apprentices' : 'People',
      icon: IconUsers,
      waiting: 0,
    });
  if (office || audits) entries.push({ to: '/programs', label: 'Programs', icon: IconFileCertificate, waiting: 0 });
  if (has('college-admin') || has('sponsor-admin'))
    entries.push({ to: '/platforms', label: 'Platforms', icon: IconPlugConnected, waiting: 0 });
  if (has('instructor') || has('college-admin'))
    entries.push({ to: '/sections', label: 'Sections', icon: IconChalkboard, waiting: 0 });
  if (office || has('college-admin'))
    entries.push({ to: '/people', label: 'Our people', icon: IconUsersGroup, waiting: 0, also: ['/activity'] });
  else if (audits) entries.push({ to: '/activity', label: 'Activity', icon: IconHistory, waiting: 0 });
  return entries;
}
