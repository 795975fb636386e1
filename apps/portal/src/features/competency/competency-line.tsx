import type { CompetencyView, MergedRecord } from '@journeybook/contracts';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { showDate } from '../../ui/show-dates.js';
import { SkillDot } from '../../ui/skill-dot.js';
import { sayLevel, sayStanding } from '../../ui/skill-standing.js';
import { TextButton } from '../../ui/text-button.js';
import { CompetencyActs } from './competency-acts.js';
import css from './job-book.module.css';
import { RequestFacts } from './request-facts.js';
import type { SkillDesk } from './use-skill-desk.js';
import { VoidSignOff } from './void-sign-off.js';

interface CompetencyLineProps {
  readonly competency: CompetencyView;
  readonly record: MergedRecord;
  readonly desk: SkillDesk;
}

/** One competency: how far it has come, with whom and when; what was asked for; and what can be done with it. */
export function CompetencyLine({ competency, record, desk }: CompetencyLineProps) {
  const { code, title, attestation, observed, demonstratedOn } = competency;
  const done = desk.done?.code === code ? desk.done : null;
  const begun = Boolean(attestation ?? observed ?? demonstratedOn);
  return (
    <li className={css.line}>
      <span className={css.dot}>
        <SkillDot skill={competency} size={18} />
      </span>
      <div className={css.facts}>
        <div>{title}</div>
        <Standing competency={competency} levels={record.levels}>
          {begun && desk.hasHistory && (
            <TextButton name={`History of ${title}`} onClick={() => desk.openHistory(competency)}>
              History
            </TextButton>
          )}
        </Standing>
        <RequestFacts competency={competency} mentor={desk.mentor} />
      </div>
      <CompetencyActs competency={competency} record={record} desk={desk} />
      <DoneNotice>{done?.words ?? ''}</DoneNotice>
      {done?.signed && attestation?.entry === done.signed && (
        <div className={css.regret}>
          <span className="soft">Signed by mistake?</span>
          <VoidSignOff
            apprenticeship={record.apprenticeship}
            entry={done.signed}
            title={title}
            onVoided={() => desk.say(code, 'The sign-off is voided. It stays readable in the history.')}
          />
        </div>
      )}
    </li>
  );
}

interface StandingProps {
  readonly competency: CompetencyView;
  readonly levels: MergedRecord['levels'];
  /** The way to the history, on the line of the facts. */
  readonly children: ReactNode;
}

function Standing({ competency, levels, children }: StandingProps) {
  const { attestation, observed, signedOff, requiredLevel, evaluation, evaluationMethod } = competency;
  const needs = `needs level ${requiredLevel}`;
  if (attestation)
    return (
      <>
        <Badge tone={signedOff ? 'ok' : 'plain'}>
          signed by {attestation.by.name}, {showDate(attestation.on)}
        </Badge>
        <span className="soft">
          {sayLevel(attestation.level, levels)}
          {!signedOff && ` · ${needs}`}
          {children && ' · '}
          {children}
        </span>
        {attestation.comment !== '' && <p className="soft">“{attestation.comment}”</p>}
      </>
    );
  return (
    <>
      <span className="soft">
        {sayStanding(competency, levels)} · {needs}
        {evaluation !== 'observation' && `, judged by ${methods[evaluation]}`}
        {children && ' · '}
        {children}
      </span>
      {evaluation !== 'observation' && evaluationMethod && <span className="soft">{evaluationMethod}</span>}
      {observed && observed.feedback !== '' && <p className="soft">“{observed.feedback}”</p>}
    </>
  );
}

const methods = {
  test: 'a test',
  'work-sample': 'a work sample',
  interview: 'an interview',
} as const;
