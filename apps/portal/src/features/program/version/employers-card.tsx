import type { StandardView } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { countOf } from '../../../ui/show-dates.js';
import { Facts } from '../../../ui/facts.js';

/** The employers of the program and what each has made its own of this version. */
export function EmployersCard({ standard }: { standard: StandardView }) {
  if (standard.customisations.length === 0) return null;
  return (
    <section className="card" aria-labelledby="employers">
      <h2 id="employers">At the employers</h2>
      <Facts
        facts={standard.customisations.map(({ employer, changes }) => [
          employer.name,
          <Link
            key={employer.id}
            to="/programs/$standard/employers/$employer"
            params={{ standard: standard.id, employer: employer.id }}
          >
            {describeChanges(
              changes,
              standard.may.customise.some((one) => one.id === employer.id),
            )}
          </Link>,
        ])}
      />
    </section>
  );
}

const describeChanges = (changes: number, own: boolean): string => {
  const made = changes === 0 ? 'as it ships' : countOf(changes, 'change');
  return own ? `${made}; adapt the Job Book` : made;
};
