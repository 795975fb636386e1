import { organizationId, standardId } from '@journeybook/contracts';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useSession } from '../api/read-session.js';
import { CustomisationPage } from '../features/program/customisation/customisation-page.js';
import { DifferencesPage } from '../features/program/differences/differences-page.js';
import { DraftPage } from '../features/program/draft/draft-page.js';
import { MovePage } from '../features/program/move/move-page.js';
import { ProgramsPage } from '../features/program/programs-page.js';
import { StandardPage } from '../features/program/version/standard-page.js';
import { AddressId } from './address-id.js';
import { PageForOthers } from './page-for-others.js';
import { SomebodysRecord } from './somebodys-record.js';

const standardRoute = getRouteApi('/signed-in/programs/$standard');
const differencesRoute = getRouteApi('/signed-in/programs/$standard/differences');
const customisationRoute = getRouteApi('/signed-in/programs/$standard/employers/$employer');
const draftRoute = getRouteApi('/signed-in/programs/drafts/$draft');
const moveRoute = getRouteApi('/signed-in/apprentices/$apprenticeship/move');

/** The programs of a sponsor or an employer. */
export function ProgramsRoute() {
  const { roles } = useSession();
  if (roles.some(({ role }) => role === 'sponsor-admin' || role === 'employer-admin')) return <ProgramsPage />;
  return (
    <PageForOthers whom="sponsors and employers">Here sponsors write programs, and employers adapt them.</PageForOthers>
  );
}

/** One published version. */
export function StandardRoute() {
  const { standard } = standardRoute.useParams();
  return (
    <AddressId schema={standardId} value={standard}>
      {(id) => <StandardPage standard={id} />}
    </AddressId>
  );
}

/** One version beside another. */
export function DifferencesRoute() {
  const { standard } = differencesRoute.useParams();
  const { with: other } = differencesRoute.useSearch();
  const navigate = useNavigate();
  return (
    <AddressId schema={standardId} value={standard}>
      {(from) => (
        <AddressId schema={standardId} value={other}>
          {(to) => (
            <DifferencesPage
              standard={from}
              other={to}
              onCompare={(pair) =>
                navigate({
                  to: '/programs/$standard/differences',
                  params: { standard: pair.standard },
                  search: { with: pair.other },
                  replace: true,
                })
              }
            />
          )}
        </AddressId>
      )}
    </AddressId>
  );
}

/** A version being written. */
export function DraftRoute() {
  const { draft } = draftRoute.useParams();
  return (
    <AddressId schema={standardId} value={draft}>
      {(id) => <DraftPage key={id} draft={id} />}
    </AddressId>
  );
}

/** What an employer makes its own of a version. */
export function CustomisationRoute() {
  const { standard, employer } = customisationRoute.useParams();
  return (
    <AddressId schema={standardId} value={standard}>
      {(id) => (
        <AddressId schema={organizationId} value={employer}>
          {(organization) => <CustomisationPage standard={id} employer={organization} />}
        </AddressId>
      )}
    </AddressId>
  );
}

/** Takes an apprentice over to another version. */
export function MoveRoute() {
  const { apprenticeship } = moveRoute.useParams();
  const { to } = moveRoute.useSearch();
  const navigate = useNavigate();
  return (
    <SomebodysRecord apprenticeship={apprenticeship}>
      {(id) => (
        <MovePage
          apprenticeship={id}
          to={standardId.safeParse(to).data ?? null}
          onChoose={(chosen) =>
            navigate({ to: '/apprentices/$apprenticeship/move', params: { apprenticeship }, search: { to: chosen } })
          }
          onMoved={() => navigate({ to: '/apprentices/$apprenticeship', params: { apprenticeship }, search: {} })}
        />
      )}
    </SomebodysRecord>
  );
}
