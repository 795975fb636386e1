import type { ReactNode } from 'react';
import { PageHeading } from '../../ui/page-heading.js';
import css from './mentor-link.module.css';

/** A page that stands alone, for a mentor who is not signed in. */
export const LinkPage = ({ title, children }: { title: string; children: ReactNode }) => (
  <main className={css.page}>
    <div className={css.title}>
      <img src="/icon.svg" alt="" width={40} height={40} />
      <PageHeading title={title} />
    </div>
    {children}
  </main>
);
