import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mayTry, useSession } from '../api/read-session.js';
import { TabBar, tabLook } from './tab-bar.js';

/** The pages of an office about its people: who they are, and what they did. An auditor has the second alone. */
export function OfficeTabs({ children }: { children: ReactNode }) {
  if (!mayTry(useSession(), 'people:list')) return children;
  return (
    <div className="stack">
      <TabBar label="People and what they did">
        <Link {...tabLook} to="/people">
          People
        </Link>
        <Link {...tabLook} to="/activity">
          Activity
        </Link>
      </TabBar>
      {children}
    </div>
  );
}
