import { Button } from '@mantine/core';
import type { CompletionView } from '@journeybook/contracts';
import { useState } from 'react';
import { showDate } from '../../ui/show-dates.js';
import { AwardDialog } from './award-dialog.js';
import css from './completion-desk.module.css';
import { ReturnDialog } from './return-dialog.js';
import { whatKeeps } from './what-keeps.js';

/** The sponsor's last word: award, or return with reasons. */
export function AwardCard({ completion }: { completion: CompletionView }) {
  const [asking, setAsking] = useState<'award' | 'return' | null>(null);
  const keeps = whatKeeps(completion);
  const { attestation } = completion;
  const close = () => setAsking(null);
  return (
    <section className={`card ${css.award}`} aria-labelledby="award">
      <h2 id="award">Award or return</h2>
      {attestation && (
        <p>
          “{attestation.statement}”{' '}
          <span className="soft">
            attested by {attestation.by.name}, {showDate(attestation.on)}
          </span>
        </p>
      )}
      {keeps.length > 0 && (
        <div>
          <p>Completion cannot be awarded yet:</p>
          <ul className={css.list}>
            {keeps.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="row">
        {completion.may.award && <Button onClick={() => setAsking('award')}>Award completion…</Button>}
        {attestation && (
          <Button variant="default" onClick={() => setAsking('return')}>
            Return with reasons…
          </Button>
        )}
      </div>
      <AwardDialog opened={asking === 'award'} completion={completion} onClose={close} />
      <ReturnDialog opened={asking === 'return'} completion={completion} onClose={close} />
    </section>
  );
}
