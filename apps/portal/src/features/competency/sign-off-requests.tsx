import { Button } from '@mantine/core';
import type { CompetencyView, SignOffRequestView } from '@journeybook/contracts';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { DeclineDialog } from './decline-dialog.js';
import { RequestCard } from './request-card.js';
import css from './sign-off-requests.module.css';
import { skillOfRequest } from './skill.js';
import { type OpenedAct, type SkillAct, SkillDialog } from './skill-dialog.js';
import { useSignOffRequests } from './use-sign-off-requests.js';

const shownFirst = 3;

/** The sign-offs that apprentices asked this mentor for, oldest first: sign, observe, or say what is missing. */
export function SignOffRequests() {
  const waiting = useSignOffRequests();
  const desk = useRequestDesk();
  const [all, setAll] = useState(false);
  const requests = waiting.data ?? [];
  const shown = all ? requests : requests.slice(0, shownFirst);
  return (
    <>
      <ProblemNotice error={waiting.error} onRetry={waiting.refetch} />
      <DoneNotice>{desk.done}</DoneNotice>
      {requests.length > 0 && (
        <section className="card" aria-labelledby="asked">
          <h2 id="asked">Sign-offs asked for</h2>
          <ul className={css.requests}>
            {shown.map((request) => (
              <RequestCard key={request.id} request={request} onAct={(act) => desk.open(request, act)} />
            ))}
          </ul>
          {shown.length < requests.length && (
            <Button variant="subtle" onClick={() => setAll(true)}>
              Show {requests.length - shown.length} more
            </Button>
          )}
        </section>
      )}
      <SkillDialog opened={desk.act} mentor="" onClose={desk.close} onDone={desk.finish} />
      <DeclineDialog opened={desk.declining} onClose={desk.close} onDone={desk.say} />
    </>
  );
}

/** Which request is being answered, and what was done last. */
function useRequestDesk() {
  const [act, setAct] = useState<OpenedAct | null>(null);
  const [declining, setDeclining] = useState<SignOffRequestView | null>(null);
  const [done, setDone] = useState('');
  const close = () => {
    setAct(null);
    setDeclining(null);
  };
  const say = (words: string) => {
    close();
    setDone(words);
  };
  return {
    act,
    declining,
    done,
    close,
    say,
    open: (request: SignOffRequestView, which: SkillAct | 'decline') => {
      setDone('');
      if (which === 'decline') setDeclining(request);
      else setAct({ act: which, skill: skillOfRequest(request) });
    },
    finish: ({ skill }: OpenedAct, words: string, signed: CompetencyView | null) =>
      // Signed, it has left the list: its name must be in the sentence.
      say(signed ? `${skill.competency.title}: ${words}` : words),
  };
}
