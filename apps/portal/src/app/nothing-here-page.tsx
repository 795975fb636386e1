import { PageHeading } from '../ui/page-heading.js';

/** For somebody whose roles have no page. */
export function NothingHerePage() {
  return (
    <div className="stack">
      <PageHeading title="Welcome" />
      <section className="card stack">
        <p>You are signed in, but none of your roles has a page here.</p>
        <p className="soft">If you expected to see apprentices here, ask your employer or sponsor to add your role.</p>
      </section>
    </div>
  );
}
