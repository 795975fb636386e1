import type { OwnAnswers } from '@journeybook/contracts';
import { questions } from '@journeybook/domain';
import { useState } from 'react';
import { DoneNotice, Remark } from '../../ui/done-notice.js';
import { joinNames } from '../../ui/join-names.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { AccessesCard } from './accesses-card.js';
import { BirthDateCard } from './birth-date-card.js';
import { QuestionCard } from './question-card.js';
import { SsnCard } from './ssn-card.js';
import { useOwnAnswers } from './use-own-answers.js';

/** What an apprentice may say about themself, and who has looked at it. */
export function QuestionsPage() {
  const own = useOwnAnswers();
  return (
    <div className="stack">
      <PageHeading title="Personal questions" />
      {own.isPending && <Loading what="your answers" heights={[120, 240, 240]} />}
      <ProblemNotice error={own.error} onRetry={() => void own.refetch()} />
      {own.data && <Questions own={own.data} />}
    </div>
  );
}

function Questions({ own }: { own: OwnAnswers }) {
  const [done, setDone] = useState('');
  return (
    <>
      <WhoSees sponsors={own.sponsors} />
      <DoneNotice>{done}</DoneNotice>
      {questions.map((question) => (
        <QuestionCard
          key={question.field}
          question={question}
          given={own.answers[question.field]}
          edition={own.editions[question.field]}
          today={own.today}
          onDone={setDone}
        />
      ))}
      <SsnCard given={own.ssn} edition={own.editions.ssn} onDone={setDone} />
      <BirthDateCard bornOn={own.bornOn} edition={own.editions['birth-date']} onDone={setDone} />
      <AccessesCard accesses={own.accesses} />
    </>
  );
}

/** What one has to know before one answers. */
function WhoSees({ sponsors }: Pick<OwnAnswers, 'sponsors'>) {
  const employing = sponsors.filter(({ employs }) => employs).map(({ sponsor }) => sponsor.name);
  return (
    <section className="card stack" aria-labelledby="who-sees">
      <h2 id="who-sees">You decide what you answer</h2>
      <p>
        Nobody has to answer, and nothing happens to you if you do not. You can change an answer or take it back at any
        time; only the last one is kept.
      </p>
      <p>
        Nobody at your employer sees your answers, nor your mentors or the college. An administrator of{' '}
        {joinNames(sponsors.map(({ sponsor }) => sponsor.name)) || 'your sponsor'} sees counts of five people or more,
        without names, and may take your answers out for the registration agency. Each time it stands below, with the
        reason.
      </p>
      {employing.length > 0 && (
        <Remark>
          {joinNames(employing)} is your sponsor and your employer. Its sponsor administrators may take your answers out
          for the agency; nobody else there sees them.
        </Remark>
      )}
    </section>
  );
}
