import { Button } from '@mantine/core';
import type { CompetencyView, MergedRecord } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { showDate } from '../../ui/show-dates.js';
import css from './job-book.module.css';
import { SignOffDialog } from './sign-off-dialog.js';
import { signableLevels } from './signable-levels.js';

interface CompetencyLineProps {
  readonly competency: CompetencyView;
  readonly record: MergedRecord;
  readonly onSigned: () => void;
}

/** One competency: who signed it, at which level, when; and the way to sign it. */
export function CompetencyLine({ competency, record, onSigned }: CompetencyLineProps) {
  const [signing, setSigning] = useState(false);
  const [done, setDone] = useState('');
  const { attestation } = competency;
  const levels = signableLevels(record.levels, competency);
  const name = (level: number) => record.levels.find((one) => one.level === level)?.name ?? '';
  return (
    <li className={css.line}>
      <div className={css.facts}>
        <div>{competency.title}</div>
        {attestation ? (
          <>
            <Badge tone="ok">
              signed by {attestation.by.name}, {showDate(attestation.on)}
            </Badge>
            <span className="soft">
              level {attestation.level}, {name(attestation.level)}
            </span>
            {attestation.comment !== '' && <p className="soft">“{attestation.comment}”</p>}
          </>
        ) : (
          <span className="soft">
            open · needs level {competency.requiredLevel}, {name(competency.requiredLevel)}
          </span>
        )}
      </div>
      {record.may.signOff && levels.length > 0 && (
        <Button
          variant={attestation ? 'subtle' : 'light'}
          className={css.sign ?? ''}
          aria-label={`${attestation ? 'Sign a higher level' : 'Sign off'}: ${competency.title}`}
          onClick={() => setSigning(true)}
        >
          {attestation ? 'Sign a higher level' : 'Sign off'}
        </Button>
      )}
      <DoneNotice>{done}</DoneNotice>
      <SignOffDialog
        opened={signing}
        competency={competency}
        record={record}
        levels={levels}
        onClose={() => setSigning(false)}
        onSigned={(level) => {
          setSigning(false);
          setDone(`Signed off at level ${level}. It is on the record of ${record.apprentice.name}.`);
          onSigned();
        }}
      />
    </li>
  );
}
