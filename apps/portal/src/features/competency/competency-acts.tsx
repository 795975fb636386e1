import { Button } from '@mantine/core';
import type { CompetencyView, MergedRecord } from '@journeybook/contracts';
import { ProblemNotice } from '../../ui/problem-notice.js';
import css from './job-book.module.css';
import { signableLevels } from './signable-levels.js';
import type { SkillDesk } from './use-skill-desk.js';
import { useWithdrawRequest } from './use-sign-off-requests.js';

interface CompetencyActsProps {
  readonly competency: CompetencyView;
  readonly record: MergedRecord;
  readonly desk: SkillDesk;
}

/** What the reader may do with one skill: a mentor's acts, or the apprentice's question for a sign-off. */
export function CompetencyActs(props: CompetencyActsProps) {
  const { may } = props.record;
  if (may.signOff) return <MentorActs {...props} />;
  return may.requestSignOff && !props.competency.signedOff ? <Asking {...props} /> : null;
}

function MentorActs({ competency, record, desk }: CompetencyActsProps) {
  const { title, attestation, signedOff } = competency;
  if (signableLevels(record.levels, competency).length === 0) return null;
  const sign = attestation ? 'Sign a higher level' : 'Sign off';
  return (
    <div className={css.acts}>
      <Button
        variant={signedOff ? 'subtle' : 'light'}
        aria-label={`${sign}: ${title}`}
        onClick={() => desk.open(competency, 'sign-off')}
      >
        {sign}
      </Button>
      {!signedOff && (
        <>
          <Button variant="subtle" aria-label={`Observed: ${title}`} onClick={() => desk.open(competency, 'observe')}>
            Observed
          </Button>
          <Button
            variant="subtle"
            aria-label={`Demonstrated: ${title}`}
            onClick={() => desk.open(competency, 'demonstrate')}
          >
            Demonstrated
          </Button>
        </>
      )}
    </div>
  );
}

function Asking({ competency, record, desk }: CompetencyActsProps) {
  const { code, title, requested, declined } = competency;
  const withdraw = useWithdrawRequest(record);
  if (!requested)
    return (
      <div className={css.acts}>
        <Button
          variant={declined ? 'light' : 'subtle'}
          aria-label={`${declined ? 'Ask again' : 'Ask for a sign-off'}: ${title}`}
          onClick={() => desk.open(competency, 'ask')}
        >
          {declined ? 'Ask again' : 'Ask for a sign-off'}
        </Button>
      </div>
    );
  const takeBack = () =>
    withdraw.mutate(requested.id, {
      onSuccess: () => desk.say(code, `Withdrawn: ${desk.mentor} is not asked any more.`),
    });
  return (
    <div className={css.acts}>
      <Button variant="default" aria-label={`Withdraw: ${title}`} loading={withdraw.isPending} onClick={takeBack}>
        Withdraw
      </Button>
      <ProblemNotice error={withdraw.error} onRetry={takeBack} />
    </div>
  );
}
