import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useState } from 'react';
import { DayField } from '../../ui/day-field.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { useOwnAnswersAct } from './use-own-answers.js';

interface BirthDateCardProps {
  readonly bornOn: string | null;
  readonly onDone: (words: string) => void;
}

/** The date of birth, which an agreement has to have; it may be put right. */
export function BirthDateCard({ bornOn, onDone }: BirthDateCardProps) {
  const [day, setDay] = useState(bornOn ?? '');
  const [tried, setTried] = useState(false);
  const save = useOwnAnswersAct((call, value: string) =>
    call(endpoints.giveAnswer, { params: { field: 'birth-date' }, body: { values: [value] } }),
  );
  const send = () => {
    setTried(true);
    if (day !== '') save.mutate(day, { onSuccess: () => onDone('Your date of birth is kept.') });
  };
  return (
    <section className="card stack" aria-labelledby="birth-date">
      <h2 id="birth-date">Date of birth</h2>
      <p className="soft">
        The agreement needs it, so it cannot be taken back. Your sponsor gave it when you were registered; put it right
        here if it is wrong. Afterwards only you and the file for the agency have it.
      </p>
      <DayField
        label="Born on"
        value={day}
        max={today()}
        onChange={setDay}
        error={tried && day === '' ? 'Choose the day' : undefined}
      />
      <ProblemNotice error={save.error} />
      {day !== (bornOn ?? '') && (
        <div>
          <Button loading={save.isPending} onClick={send}>
            Keep this date
          </Button>
        </div>
      )}
    </section>
  );
}
