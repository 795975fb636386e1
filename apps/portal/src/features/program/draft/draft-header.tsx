import type { StandardDraftView } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { PageHeading } from '../../../ui/page-heading.js';
import { showInstant } from '../../../ui/show-dates.js';

/** Which draft this is, where it came from, and who changed it last. */
export function DraftHeader({ view, version }: { view: StandardDraftView; version: string }) {
  const { contents, from, changedBy, changedAt, sponsor } = view;
  return (
    <header>
      <PageHeading title={`Draft of ${contents.version}`}>Draft of {version || '…'}</PageHeading>
      <p className="soft">
        {contents.occupation.title} · {sponsor.name} · changed by {changedBy.name}, {showInstant(changedAt)}
        {from && (
          <>
            {' '}
            · made from {from.version},{' '}
            <Link to="/programs/$standard/differences" params={{ standard: from.id }} search={{ with: view.id }}>
              see what differs
            </Link>
          </>
        )}
      </p>
    </header>
  );
}
