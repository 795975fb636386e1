import type { StandardContents } from '@journeybook/contracts';
import { federalPolicy } from '@journeybook/domain';
import { showPercent } from '../../../ui/course-standing.js';
import { Fold, useFolds } from '../../../ui/fold.js';
import { countOf } from '../../../ui/show-dates.js';
import { showHours } from '../../../ui/show-hours.js';
import { describePolicy, describeProbation } from '../describe-terms.js';
import { Facts } from '../../../ui/facts.js';

/** What the agency asks for; the federal policy where a version names none. */
const agencyOf = ({ terms }: StandardContents) =>
  terms?.agency ?? { ...federalPolicy, basis: [...federalPolicy.basis] };

/** Ratio, probation and the numbers the program sets. */
export function PoliciesCard({ contents }: { contents: StandardContents }) {
  const { policies, terms } = contents;
  const ratio = terms?.ratio ?? null;
  return (
    <section className="card" aria-labelledby="policies">
      <h2 id="policies">Rules of the program</h2>
      <Facts
        facts={[
          ['Probation ends after', describeProbation(contents, agencyOf(contents).probation)],
          [
            'Ratio',
            ratio
              ? `${countOf(ratio.apprentices, 'apprentice')} to ${countOf(ratio.journeyworkers, 'journeyworker')}`
              : 'none laid down',
          ],
          ['Pass mark of a course', showPercent(policies.passMarkPercent)],
          ['Shift limit', showHours(policies.shiftLimitMinutes)],
          ['Logging window', countOf(policies.loggingWindowDays, 'day')],
        ]}
      />
    </section>
  );
}

export function CredentialsCard({ contents }: { contents: StandardContents }) {
  return (
    <section className="card" aria-labelledby="credentials">
      <h2 id="credentials">Completion credentials</h2>
      {contents.completionCredentials.length === 0 && <p className="soft">None asked for.</p>}
      <Facts facts={contents.completionCredentials.map(({ code, name }) => [code, name])} />
    </section>
  );
}

export function LevelsCard({ contents }: { contents: StandardContents }) {
  return (
    <section className="card" aria-labelledby="levels">
      <h2 id="levels">Levels of the Job Book</h2>
      <Facts facts={contents.levels.map(({ level, name }) => [`Level ${level}`, name])} />
    </section>
  );
}

export function AgencyCard({ contents }: { contents: StandardContents }) {
  const agency = agencyOf(contents);
  const folds = useFolds([]);
  return (
    <Fold
      title={`Agency policy: ${agency.name}`}
      summary={agency.agency}
      expanded={folds.isOpen('agency')}
      onToggle={() => folds.toggle('agency')}
    >
      <p className="soft">{agency.basis.join(' · ')}</p>
      <Facts facts={describePolicy(agency)} />
    </Fold>
  );
}
