import { NativeSelect } from '@mantine/core';
import type { StandardSummary } from '@journeybook/contracts';
import type { StandardId } from '@journeybook/domain';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../../ui/empty.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { countOf } from '../../../ui/show-dates.js';
import { useDifferences, useStandards } from '../use-standards.js';
import { DifferenceList } from './difference-list.js';

interface DifferencesPageProps {
  readonly standard: StandardId;
  readonly other: StandardId;
  readonly onCompare: (pair: { standard: string; other: string }) => void;
}

/** What differs from one version of a program to another. */
export function DifferencesPage({ standard, other, onCompare }: DifferencesPageProps) {
  const read = useDifferences(standard, other);
  const { data } = read;
  return (
    <div className="stack">
      <PageHeading title={data ? `From version ${data.from} to ${data.to}` : 'Differences'} />
      <Versions standard={standard} other={other} onCompare={onCompare} />
      {read.isPending && <Loading what="the differences" heights={[160, 240]} />}
      <ProblemNotice error={read.error} onRetry={read.refetch} />
      {data && (
        <>
          <p role="status" className="soft">
            {countOf(data.differences.length, 'difference')}, matched by code and never by title
          </p>
          {data.differences.length === 0 && <Empty title="Nothing differs between the two" />}
          <DifferenceList differences={data.differences} />
        </>
      )}
    </div>
  );
}

const nameOf = (one: StandardSummary): string =>
  one.status === 'draft' ? `Draft of ${one.version}` : `Version ${one.version}`;

function Versions({ standard, other, onCompare }: DifferencesPageProps) {
  const list = useStandards().data?.standards ?? [];
  const first = list.find((one) => one.id === standard);
  const same = list.filter(
    (one) => one.sponsor.id === first?.sponsor.id && one.occupation.rapidsCode === first.occupation.rapidsCode,
  );
  const data = same.map((one) => ({ value: one.id, label: nameOf(one) }));
  if (data.length < 2) return <WayBack standard={standard} />;
  return (
    <div className="row">
      <NativeSelect
        label="From"
        value={standard}
        data={data}
        onChange={(event) => onCompare({ standard: event.currentTarget.value, other })}
      />
      <NativeSelect
        label="To"
        value={other}
        data={data}
        onChange={(event) => onCompare({ standard, other: event.currentTarget.value })}
      />
    </div>
  );
}

const WayBack = ({ standard }: { standard: StandardId }) => (
  <p>
    <Link to="/programs/$standard" params={{ standard }}>
      Back to the version
    </Link>
  </p>
);
