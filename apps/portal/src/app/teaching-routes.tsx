import { sectionId } from '@journeybook/contracts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mayTry, useSession } from '../api/read-session.js';
import { SectionsPage } from '../features/instruction/teaching/sections-page.js';
import { TaughtSectionPage } from '../features/instruction/teaching/taught-section-page.js';
import { lineLink } from '../ui/line.js';
import { AddressId } from './address-id.js';
import { PageForOthers } from './page-for-others.js';

const one = getRouteApi('/signed-in/sections/$section');

/** The sections that an instructor teaches without a learning platform. */
export function SectionsRoute() {
  const navigate = useNavigate();
  return (
    <ForTeachers>
      <SectionsPage
        linkTo={(section, children) => (
          <Link to="/sections/$section" params={{ section }} className={lineLink}>
            {children}
          </Link>
        )}
        onBegun={(section) => void navigate({ to: '/sections/$section', params: { section } })}
      />
    </ForTeachers>
  );
}

/** One of them. */
export function TaughtSectionRoute() {
  const { section } = one.useParams();
  return (
    <ForTeachers>
      <AddressId schema={sectionId} value={section}>
        {(id) => <TaughtSectionPage section={id} />}
      </AddressId>
    </ForTeachers>
  );
}

function ForTeachers({ children }: { children: ReactNode }) {
  if (mayTry(useSession(), 'instruction:teach')) return children;
  return (
    <PageForOthers whom="instructors">
      Here the instructors of a college without a learning platform confirm who completed a course.
    </PageForOthers>
  );
}
