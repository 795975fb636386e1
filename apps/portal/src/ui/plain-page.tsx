import type { ReactNode } from 'react';
import { PageHeading } from './page-heading.js';
import css from './plain-page.module.css';

/** A page that stands alone, for somebody who is not signed in. */
export const PlainPage = ({ title, children }: { title: string; children: ReactNode }) => (
  <main className={css.page}>
    <div className={css.title}>
      <img src="/icon.svg" alt="" width={40} height={40} />
      <PageHeading title={title} />
    </div>
    {children}
  </main>
);
