import type { MergedRecord } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/read-session.js';
import { TabBar, tabLook } from './tab-bar.js';

interface RecordTabsProps {
  readonly apprenticeship: ApprenticeshipId;
  /** Undefined while it is read. */
  readonly record: MergedRecord | undefined;
}

/** The parts of somebody's record; wages only for those whose business they are, and an auditor sees what is on the record. */
export function RecordTabs({ apprenticeship, record }: RecordTabsProps) {
  const seesWages = useSeesWages(record);
  const takesPart = record?.readAs !== 'auditor';
  const tab = { ...tabLook, params: { apprenticeship } };
  return (
    <TabBar label="Parts of the record">
      <Link {...tab} to="/apprentices/$apprenticeship" activeOptions={{ exact: true, includeSearch: false }}>
        Record
      </Link>
      <Link {...tab} to="/apprentices/$apprenticeship/job-book">
        Job Book
      </Link>
      <Link {...tab} to="/apprentices/$apprenticeship/classes">
        Classes
      </Link>
      <Link {...tab} to="/apprentices/$apprenticeship/agreement">
        Agreement
      </Link>
      {takesPart && (
        <Link {...tab} to="/apprentices/$apprenticeship/standing">
          Advanced standing
        </Link>
      )}
      {seesWages && (
        <Link {...tab} to="/apprentices/$apprenticeship/wages">
          Wages
        </Link>
      )}
      {record?.readAs === 'employer' && (
        <Link {...tab} to="/apprentices/$apprenticeship/paid-hours">
          Paid hours
        </Link>
      )}
      {takesPart && (
        <Link {...tab} to="/apprentices/$apprenticeship/completion">
          Completion
        </Link>
      )}
    </TabBar>
  );
}

/** A mentor as such is not told what is paid; one who also stands for the employer or the sponsor is. */
function useSeesWages(record: MergedRecord | undefined): boolean {
  const { roles } = useSession();
  if (!record || record.readAs === 'auditor') return false;
  if (record.readAs !== 'mentor') return true;
  return roles.some(
    ({ role, organization }) =>
      (role === 'employer-admin' && organization.id === record.employer.id) ||
      (role === 'sponsor-admin' && organization.id === record.sponsor.id),
  );
}
