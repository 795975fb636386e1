import { Button, TextInput } from '@mantine/core';
import { type ApprenticeshipSummary, endpoints } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { mayTry, useSession } from '../../api/read-session.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { findPeople } from './find-people.js';
import { onlyBehind, type Order, orderPeople } from './order-people.js';
import { PeopleFilters } from './people-filters.js';
import { PeopleList } from './people-list.js';

/** The apprentices a mentor, an employer or a sponsor answers for; each opens to the record. */
export function PeoplePage() {
  const client = useClient();
  const session = useSession();
  const office = session.roles.some(({ role }) => role === 'employer-admin' || role === 'sponsor-admin');
  const people = useQuery({
    queryKey: ['apprenticeships'],
    queryFn: ({ signal }) => client(endpoints.listApprenticeships, { signal }),
    select: (answer) => answer.apprenticeships,
  });
  return (
    <div className="stack">
      <div className="row between">
        <PageHeading title={office ? 'Apprentices' : 'People'} />
        {mayTry(session, 'apprenticeship:register') && (
          <Button component={Link} to="/apprentices/new">
            Register an apprentice
          </Button>
        )}
      </div>
      {people.isPending && <Loading what="the list" heights={[44, 96, 96, 96]} />}
      <ProblemNotice error={people.error} onRetry={people.refetch} />
      {people.data && people.data.length === 0 && (
        <Empty title="Nobody yet">Apprentices appear here when they are registered with you.</Empty>
      )}
      {people.data && people.data.length > 0 && <People people={people.data} office={office} />}
    </div>
  );
}

function People({ people, office }: { people: readonly ApprenticeshipSummary[]; office: boolean }) {
  const [search, setSearch] = useState('');
  const [behind, setBehind] = useState(false);
  const [order, setOrder] = useState<Order>('name');
  const found = findPeople(people, search);
  const shown = orderPeople(behind ? onlyBehind(found) : found, order);
  const narrowed = behind || search.trim() !== '';
  return (
    <>
      <TextInput
        type="search"
        label="Search"
        description="Name, occupation or employer"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {office && (
        <PeopleFilters
          behind={behind}
          count={onlyBehind(people).length}
          order={order}
          onBehind={setBehind}
          onOrder={setOrder}
        />
      )}
      <p role="status" className="soft">
        {narrowed ? `${shown.length} of ${people.length}` : `${people.length} altogether`}
      </p>
      {shown.length > 0 && <PeopleList people={shown} />}
      {shown.length === 0 && found.length === 0 && <Empty title={`Nobody is called “${search.trim()}”`} />}
      {shown.length === 0 && found.length > 0 && <Empty title="Nobody here is behind" />}
    </>
  );
}
