import { Button, TextInput } from '@mantine/core';
import { endpoints, type OwnAnswers, type Shown } from '@journeybook/contracts';
import { maskSocialSecurityNumber, readSocialSecurityNumber } from '@journeybook/domain';
import { useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { useOwnAnswersAct } from './use-own-answers.js';

interface SsnCardProps {
  readonly given: OwnAnswers['ssn'];
  readonly edition: string;
  readonly onDone: (words: string) => void;
}

const params = { field: 'ssn' };
const wrong = 'This cannot be a social security number: nine digits, such as 512-34-6789';

/** The social security number, which nobody has to give. Once typed it is shown by its end only. */
export function SsnCard({ given, edition, onDone }: SsnCardProps) {
  const [text, setText] = useState('');
  const [left, setLeft] = useState(false);
  const [tried, setTried] = useState(false);
  const number = readSocialSecurityNumber(text);
  const save = useOwnAnswersAct((call, { typed, ifMatch }: { typed: string; ifMatch: Shown }) =>
    call(endpoints.giveAnswer, { params, body: { values: [typed] }, ifMatch }),
  );
  const withdraw = useOwnAnswersAct((call, ifMatch: Shown) => call(endpoints.withdrawAnswer, { params, ifMatch }));
  const error = save.error ?? withdraw.error;
  const { ifMatch, keep } = useShown(edition, error);
  const send = () => {
    setTried(true);
    if (!number.ok) return;
    withdraw.reset();
    save.mutate(
      { typed: text.trim(), ifMatch },
      {
        onSuccess: ({ editions }) => {
          keep(editions.ssn);
          setText('');
          setTried(false);
          onDone('Your social security number is kept.');
        },
      },
    );
  };
  const forget = () => {
    save.reset();
    withdraw.mutate(ifMatch, {
      onSuccess: ({ editions }) => {
        keep(editions.ssn);
        onDone('Your social security number is taken back, and nothing of it is kept.');
      },
    });
  };
  return (
    <section className="card stack" aria-labelledby="ssn">
      <h2 id="ssn">Social security number</h2>
      <p className="soft">
        You do not have to give it. The agency uses it to find out, from wage records, how apprentices fare afterwards.
        Only the file for the agency has it whole.
      </p>
      {given && (
        <p>
          Kept: <b>{given.masked}</b> <span className="soft">given on {showDate(given.givenOn)}</span>
        </p>
      )}
      <TextInput
        label={given ? 'Another number' : 'Number'}
        inputMode="numeric"
        autoComplete="off"
        maxLength={11}
        value={left && number.ok ? maskSocialSecurityNumber(number.value) : text}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        onChange={(event) => setText(event.currentTarget.value)}
        error={tried && !number.ok ? wrong : undefined}
      />
      <ProblemNotice
        error={error}
        says={sayChanged(error, given ? `${given.masked} is kept now.` : 'No number is kept now.')}
      />
      <div className="row">
        <Button loading={save.isPending} onClick={send}>
          Keep my number
        </Button>
        {given && (
          <Button variant="default" loading={withdraw.isPending} onClick={forget}>
            Take my number back
          </Button>
        )}
      </div>
    </section>
  );
}
