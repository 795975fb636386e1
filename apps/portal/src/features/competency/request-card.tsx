import { Button } from '@mantine/core';
import type { SignOffRequestView } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { useReachesRecords } from '../../ui/reach.js';
import { showAge } from '../../ui/show-dates.js';
import { SkillDot } from '../../ui/skill-dot.js';
import { sayStanding } from '../../ui/skill-standing.js';
import css from './sign-off-requests.module.css';
import type { SkillAct } from './skill-dialog.js';

interface RequestCardProps {
  readonly request: SignOffRequestView;
  readonly onAct: (act: SkillAct | 'decline') => void;
}

/** One request: whose, for which skill, what was said with it, how far the skill has come, and the answers. */
export function RequestCard({ request, onAct }: RequestCardProps) {
  const { apprenticeship, apprentice, competency, workProcess, note, requestedAt, levels } = request;
  const about = `${competency.title}, ${apprentice.name}`;
  const reaches = useReachesRecords();
  return (
    <li className={css.request}>
      <div className={css.facts}>
        <span className={css.who}>
          {reaches ? (
            <Link to="/apprentices/$apprenticeship/job-book" params={{ apprenticeship }}>
              {apprentice.name}
            </Link>
          ) : (
            apprentice.name
          )}
          <span className="soft">{showAge(requestedAt)}</span>
        </span>
        <b>{competency.title}</b>
        <span className="soft">{workProcess.title}</span>
        {note !== '' && <p className={css.note}>{note}</p>}
        <span className={css.standing}>
          <SkillDot skill={competency} size={14} />
          <span className="soft">
            {sayStanding(competency, levels)} · needs level {competency.requiredLevel}
          </span>
        </span>
        {competency.observed && competency.observed.feedback !== '' && (
          <p className="soft">“{competency.observed.feedback}”</p>
        )}
      </div>
      <div className={css.acts}>
        <Button variant="light" aria-label={`Sign off: ${about}`} onClick={() => onAct('sign-off')}>
          Sign off
        </Button>
        <Button variant="subtle" aria-label={`Observed: ${about}`} onClick={() => onAct('observe')}>
          Observed
        </Button>
        {/* Elsewhere the Job Book has it, where the name leads. */}
        {!reaches && (
          <Button variant="subtle" aria-label={`Demonstrated: ${about}`} onClick={() => onAct('demonstrate')}>
            Demonstrated
          </Button>
        )}
        <Button variant="subtle" aria-label={`Not yet: ${about}`} onClick={() => onAct('decline')}>
          Not yet…
        </Button>
      </div>
    </li>
  );
}
