import { Button } from '@mantine/core';
import { endpoints, type Shown } from '@journeybook/contracts';
import { useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { DayField } from '../../ui/day-field.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate, today } from '../../ui/show-dates.js';
import { useOwnAnswersAct } from './use-own-answers.js';

interface BirthDateCardProps {
  readonly bornOn: string | null;
  readonly edition: string;
  readonly onDone: (words: string) => void;
}

/** The date of birth, which an agreement has to have; it may be put right. */
export function BirthDateCard({ bornOn, edition, onDone }: BirthDateCardProps) {
  const [day, setDay] = useState(bornOn ?? '');
  const [tried, setTried] = useState(false);
  const save = useOwnAnswersAct((call, ifMatch: Shown) =>
    call(endpoints.giveAnswer, { params: { field: 'birth-date' }, body: { values: [day] }, ifMatch }),
  );
  const { ifMatch, keep } = useShown(edition, save.error);
  const send = () => {
    setTried(true);
    if (day === '') return;
    save.mutate(ifMatch, {
      onSuccess: ({ editions }) => {
        keep(editions['birth-date']);
        onDone('Your date of birth is kept.');
      },
    });
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
      <ProblemNotice
        error={save.error}
        says={sayChanged(save.error, bornOn ? `${showDate(bornOn)} is kept now.` : 'No date is kept now.')}
      />
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
