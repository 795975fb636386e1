import { Button, TextInput } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
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
import { PeopleList } from './people-list.js';

/** The apprentices a mentor, an employer or a sponsor answers for; each opens to the record. */
export function PeoplePage() {
  const client = useClient();
  const session = useSession();
  const office = session.roles.some(({ role }) => role === 'employer-admin' || role === 'sponsor-admin');
  const [search, setSearch] = useState('');
  const people = useQuery({
    queryKey: ['apprenticeships'],
    queryFn: ({ signal }) => client(endpoints.listApprenticeships, { signal }),
    select: (answer) => answer.apprenticeships,
  });
  const found = findPeople(people.data ?? [], search);
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
      {people.data && people.data.length > 0 && (
        <>
          <TextInput
            type="search"
            label="Search"
            description="Name, occupation or employer"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <p role="status" className="soft">
            {search.trim() === '' ? `${people.data.length} altogether` : `${found.length} of ${people.data.length}`}
          </p>
          {found.length === 0 ? <Empty title={`Nobody is called “${search.trim()}”`} /> : <PeopleList people={found} />}
        </>
      )}
    </div>
  );
}
