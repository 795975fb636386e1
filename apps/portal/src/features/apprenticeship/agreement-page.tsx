import type { AgreementView } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { isClosed } from '@journeybook/domain';
import { useState } from 'react';
import { ClaimCodeCard } from './claim-code-card.js';
import { mayTry, useSession } from '../../api/read-session.js';
import { DoneNotice, Remark } from '../../ui/done-notice.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import css from './agreement-page.module.css';
import { EmployersCard } from './employers-card.js';
import { FactsCard } from './facts-card.js';
import { FinishRegistration } from './finish-registration.js';
import { InvitationLeft } from './invitation-left.js';
import { MentorsCard } from './mentors-card.js';
import { NoticesCard } from './notices-card.js';
import { SignInCard } from './sign-in-card.js';
import { StatusCard } from './status-card.js';
import { useAgreement } from './use-agreement.js';

/** One agreement: between whom, where it stands and how it came there, who mentors, and what the agency is told. */
export function AgreementPage({ apprenticeship, own }: { apprenticeship: ApprenticeshipId; own: boolean }) {
  const agreement = useAgreement(apprenticeship);
  const name = agreement.data?.apprentice.name;
  return (
    <div className="stack">
      <PageHeading title={own ? 'My agreement' : name ? `Agreement of ${name}` : 'Agreement'} />
      {agreement.isPending && <Loading what="the agreement" heights={[220, 300, 160]} />}
      <ProblemNotice error={agreement.error} onRetry={agreement.refetch} />
      {agreement.data && <Agreement agreement={agreement.data} />}
    </div>
  );
}

function Agreement({ agreement }: { agreement: AgreementView }) {
  const [done, setDone] = useState('');
  const mayInvite = mayTry(useSession(), 'people:invite');
  const registered = ({ beganOn, agency, notices }: AgreementView) => {
    const due = notices[0] ? ` ${agency.name} must know by ${showDate(notices[0].dueOn)}.` : '';
    setDone(`Registered from ${showDate(beganOn)}.${due}`);
  };
  return (
    <>
      <DoneNotice>{done}</DoneNotice>
      {agreement.may.register && <FinishRegistration agreement={agreement} onDone={registered} />}
      {agreement.status === 'draft' && agreement.may.report && !agreement.may.register && (
        <Remark>Not registered yet. It can be registered from its first day on, {showDate(agreement.beganOn)}.</Remark>
      )}
      <div className={css.columns}>
        <div className={css.side}>
          <StatusCard agreement={agreement} onDone={setDone} />
          <MentorsCard agreement={agreement} onDone={setDone} />
          {mayInvite && !isClosed(agreement.status) && <SignInCard agreement={agreement} onDone={setDone} />}
          {agreement.invitationLeft && (
            <InvitationLeft agreement={agreement} invitation={agreement.invitationLeft} onDone={setDone} />
          )}
          <NoticesCard agreement={agreement} />
        </div>
        <div className={css.side}>
          <FactsCard agreement={agreement} />
          <EmployersCard agreement={agreement} onDone={setDone} />
          {agreement.may.assignMentor && agreement.status !== 'draft' && (
            <ClaimCodeCard apprenticeship={agreement.apprenticeship} name={agreement.apprentice.name} />
          )}
        </div>
      </div>
    </>
  );
}
