import type { CompletionView } from '@journeybook/contracts';
import { showDate } from '../../ui/show-dates.js';
import css from './completion-desk.module.css';

/** What the sponsor gave the materials back for, the last time. */
export function ReturnedNotice({ completion }: { completion: CompletionView }) {
  const { returned, attestation, award } = completion;
  if (!returned || award) return null;
  return (
    <section className={css.returned} aria-labelledby="returned">
      <h2 id="returned">
        {attestation ? 'Returned before' : 'Returned'} by {returned.by.name}, {showDate(returned.on)}
      </h2>
      <ul className={css.list}>
        {returned.reasons.map((reason, index) => (
          <li key={index}>{reason}</li>
        ))}
      </ul>
      {!attestation && <p className="soft">Once this is put right, the employer attests again.</p>}
    </section>
  );
}
