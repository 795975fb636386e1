import { Button, Textarea } from '@mantine/core';
import type { CompletionView } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.js';
import css from './completion-desk.module.css';
import { describeMissing } from './describe-missing.js';
import { requirementKey } from './requirement-groups.js';
import { useAttest } from './use-completion.js';

/** The employer's attestation of mastery; while something is unmet it says what. */
export function AttestCard({ completion }: { completion: CompletionView }) {
  const unmet = completion.requirements.filter((one) => !one.met);
  return (
    <section className="card stack" aria-labelledby="attest">
      <h2 id="attest">Attest mastery</h2>
      {unmet.length > 0 ? <NotYet unmet={unmet} /> : <AttestForm completion={completion} />}
    </section>
  );
}

const shownFirst = 5;

function NotYet({ unmet }: { unmet: CompletionView['requirements'] }) {
  const left = unmet.length - shownFirst;
  return (
    <>
      <p>You can attest when every requirement is met. What is missing:</p>
      <ul className={css.list}>
        {unmet.slice(0, shownFirst).map((one) => (
          <li key={requirementKey(one)}>
            {one.title}: {describeMissing(one)}
          </li>
        ))}
        {left > 0 && <li>and {left} more, listed first below</li>}
      </ul>
    </>
  );
}

function AttestForm({ completion }: { completion: CompletionView }) {
  const [statement, setStatement] = useState('');
  const [asked, setAsked] = useState(false);
  const attest = useAttest(completion.apprenticeship);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (statement.trim() !== '') attest.mutate(statement.trim());
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Textarea
        label="Your statement"
        description={`That ${completion.apprentice.name} has mastered the occupation, in your words. It stands on the record under your name, and ${completion.sponsor.name} reviews everything next.`}
        required
        autosize
        minRows={3}
        maxLength={2000}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
        error={asked && statement.trim() === '' ? 'Write what you attest' : undefined}
      />
      <ProblemNotice error={attest.error} />
      <div>
        <Button type="submit" loading={attest.isPending}>
          Attest mastery
        </Button>
      </div>
    </form>
  );
}
