import { Button } from '@mantine/core';
import type { CustomisationView } from '@journeybook/contracts';
import { useState } from 'react';
import { DoneNotice } from '../../../ui/done-notice.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { countOf } from '../../../ui/show-dates.js';
import { describeChange } from './describe-change.js';
import type { Customise } from './use-customisation.js';
import css from './earlier-card.module.css';

/** What the employer had changed in the version before, to be made again in one act. */
export function EarlierCard({ own, customise }: { own: CustomisationView; customise: Customise }) {
  const { earlier, may } = own;
  const [done, setDone] = useState('');
  const again = () => {
    const count = earlier.length;
    customise.mutate(earlier, { onSuccess: () => setDone(`${countOf(count, 'change')} made again.`) });
  };
  return (
    <>
      <DoneNotice>{done}</DoneNotice>
      {may.customise && earlier.length > 0 && (
        <section className={css.card} aria-labelledby="earlier">
          <h2 id="earlier">{countOf(earlier.length, 'change')} of the version before</h2>
          <p>
            {earlier.length === 1
              ? 'You made it there, and it is not here yet.'
              : 'You made them there, and they are not here yet.'}
          </p>
          <ul className={css.list}>
            {earlier.map((one) => (
              <li key={JSON.stringify(one)}>{describeChange(one)}</li>
            ))}
          </ul>
          <ProblemNotice error={customise.error} />
          <div>
            <Button loading={customise.isPending} onClick={again}>
              {earlier.length === 1 ? 'Make it again' : `Make all ${earlier.length} again`}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}
