import type { CompletionView } from '@journeybook/contracts';
import { showDate } from '../../ui/show-dates.js';
import css from './completion-desk.module.css';

interface CompletedCardProps {
  readonly completion: CompletionView;
  readonly award: NonNullable<CompletionView['award']>;
}

/** The end: who awarded completion and when. */
export function CompletedCard({ completion, award }: CompletedCardProps) {
  const { apprentice, occupation, sponsor, attestation } = completion;
  return (
    <section className={`card ${css.completed}`} aria-labelledby="completed">
      <h2 id="completed">Completed</h2>
      <p>
        {award.by.name} of {sponsor.name} awarded completion to <b>{apprentice.name}</b>, {occupation}, on{' '}
        <b>{showDate(award.on)}</b>.
      </p>
      {attestation && (
        <p>
          Mastery attested by {attestation.by.name}, {showDate(attestation.on)}: “{attestation.statement}”
        </p>
      )}
      <p className="soft">
        The record is closed and stays readable. This is the sponsor’s attestation; the certificate of completion comes
        from the registration agency.
      </p>
    </section>
  );
}
