import type { AgreementView } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { Facts } from '../../ui/facts.js';
import { showDate } from '../../ui/show-dates.js';
import { approachNames } from './approach-names.js';

type Guardian = NonNullable<NonNullable<AgreementView['signatures']>['guardian']>;

/** Between whom the agreement is, under which program, and who signed it. */
export function FactsCard({ agreement }: { agreement: AgreementView }) {
  const { apprentice, employer, sponsor, occupation, standard, agency, ratio, signatures } = agreement;
  return (
    <section className="card stack" aria-labelledby="parties">
      <h2 id="parties">The agreement</h2>
      <Facts
        facts={[
          ['Apprentice', apprentice.name],
          ['Employer', employer.name],
          ['Sponsor', sponsor.name],
          ['Occupation', `${occupation.title}, RAPIDS ${occupation.rapidsCode}`],
          ['Program', `${approachNames[agreement.approach]}, version ${standard.version}`],
          ['First day', showDate(agreement.beganOn)],
          ['Planned last day', showDate(agreement.plannedOn)],
          ['Ratio', ratio && describeRatio(ratio)],
          ['Agency', agency.name],
          ['Signed by apprentice', signatures && showDate(signatures.signedByApprenticeOn)],
          ['Under age on the first day', signatures && (signatures.minor ? 'Yes' : 'No')],
          ['Signed by guardian', signatures?.guardian && describeGuardian(signatures.guardian)],
        ]}
      />
      <MoveLink agreement={agreement} />
    </section>
  );
}

/** `Maria Lopez, mother, 555 0101, 5 Jan 2026`. */
const describeGuardian = ({ name, relation, contact, signedOn }: Guardian): string =>
  [name, relation, contact, showDate(signedOn)].filter(Boolean).join(', ');

/** `1 apprentice to 2 journeyworkers`. */
export function describeRatio({ apprentices, journeyworkers }: NonNullable<AgreementView['ratio']>): string {
  const count = (many: number, noun: string) => `${many} ${noun}${many === 1 ? '' : 's'}`;
  return `${count(apprentices, 'apprentice')} to ${count(journeyworkers, 'journeyworker')}`;
}

function MoveLink({ agreement }: { agreement: AgreementView }) {
  const newest = agreement.otherVersions[0];
  if (!agreement.may.move || !newest) return null;
  return (
    <p>
      <Link to="/apprentices/$apprenticeship/move" params={{ apprenticeship: agreement.apprenticeship }}>
        Move to another version
      </Link>{' '}
      <span className="soft">the newest is {newest.version}; what is signed goes along</span>
    </p>
  );
}
