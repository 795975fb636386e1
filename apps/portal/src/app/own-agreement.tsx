import type { ApprenticeshipId } from '@journeybook/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { OwnPage } from './own-page.js';
import { TabBar, tabLook } from './tab-bar.js';

/** A page about the agreement of the apprentice who is signed in, under its tabs. */
export const OwnAgreement = ({
  title,
  children,
}: {
  title: string;
  children: (own: ApprenticeshipId) => ReactNode;
}) => (
  <OwnPage title={title}>
    {(own) => (
      <div className="stack">
        <TabBar label="Parts of the agreement">
          <Link {...tabLook} to="/agreement">
            Agreement
          </Link>
          <Link {...tabLook} to="/standing">
            Advanced standing
          </Link>
          <Link {...tabLook} to="/wages">
            Wages
          </Link>
          <Link {...tabLook} to="/completion">
            Completion
          </Link>
          <Link {...tabLook} to="/questions">
            Personal questions
          </Link>
          <Link {...tabLook} to="/who-did-what">
            Who did what
          </Link>
        </TabBar>
        {children(own)}
      </div>
    )}
  </OwnPage>
);
