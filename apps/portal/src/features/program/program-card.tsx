import type { StandardSummary } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/read-session.js';
import { Badge } from '../../ui/badge.js';
import { countOf, showInstantDate } from '../../ui/show-dates.js';
import type { ProgramGroup } from './group-standards.js';
import css from './program-card.module.css';
import { describeSize } from './standard-words.js';

/** One occupation of a sponsor with its versions. */
export function ProgramCard({ group }: { group: ProgramGroup }) {
  const { occupation, sponsor, versions } = group;
  return (
    <section className="card" aria-label={occupation.title}>
      <h2>{occupation.title}</h2>
      <p className="soft">
        RAPIDS {occupation.rapidsCode} · {sponsor.name}
      </p>
      <ul className={css.versions}>
        {versions.map((version) => (
          <VersionLine key={version.id} version={version} />
        ))}
      </ul>
    </section>
  );
}

function VersionLine({ version }: { version: StandardSummary }) {
  const draft = version.status === 'draft';
  return (
    <li className={css.version}>
      <div className={css.what}>
        <VersionLink version={version} />
        <span className="soft">{describeSize(version)}</span>
      </div>
      <div className={css.marks}>
        {draft ? <DraftBadge errors={version.errors} /> : <Badge tone="ok">published</Badge>}
        <span className="soft">
          {draft ? 'changed' : ''} {showInstantDate(version.at)}
          {!draft && ` · ${countOf(version.apprentices, 'apprentice')}`}
        </span>
      </div>
      {!draft && <OwnJobBooks version={version} />}
    </li>
  );
}

function VersionLink({ version }: { version: StandardSummary }) {
  const { id, status } = version;
  if (status === 'draft')
    return (
      <Link to="/programs/drafts/$draft" params={{ draft: id }} className={css.link ?? ''}>
        Draft of {version.version}
      </Link>
    );
  return (
    <Link to="/programs/$standard" params={{ standard: id }} className={css.link ?? ''}>
      Version {version.version}
    </Link>
  );
}

const DraftBadge = ({ errors }: { errors: number }) =>
  errors > 0 ? (
    <Badge tone="stop">draft, {countOf(errors, 'error')}</Badge>
  ) : (
    <Badge tone="plain">draft, ready to publish</Badge>
  );

/** For an employer: the way to what it makes its own of this version. */
function OwnJobBooks({ version }: { version: StandardSummary }) {
  const { roles } = useSession();
  const employers = roles.filter(({ role }) => role === 'employer-admin').map(({ organization }) => organization);
  if (employers.length === 0) return null;
  return (
    <div className={css.own}>
      {employers.map((employer) => (
        <Link
          key={employer.id}
          to="/programs/$standard/employers/$employer"
          params={{ standard: version.id, employer: employer.id }}
          className={css.link ?? ''}
          aria-label={`Adapt the Job Book at ${employer.name}, version ${version.version}`}
        >
          Adapt the Job Book at {employer.name}
        </Link>
      ))}
    </div>
  );
}
