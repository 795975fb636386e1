import type { NoticeView } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/badge.js';
import { Line, lineLink } from '../../ui/line.js';
import { showDate } from '../../ui/show-dates.js';
import { eventNames, noticeState } from './notice-words.js';

interface NoticeLinesProps {
  readonly notices: readonly NoticeView[];
  /** Whether each names its apprentice; not needed where all are of one. */
  readonly named?: boolean;
}

/** Notices to an agency, a line each; each opens to be printed and reported. */
export const NoticeLines = ({ notices, named = false }: NoticeLinesProps) => (
  <ul>
    {notices.map((notice) => (
      <NoticeLine key={notice.entry} notice={notice} named={named} />
    ))}
  </ul>
);

function NoticeLine({ notice, named }: { notice: NoticeView; named: boolean }) {
  const { entry, apprenticeship, apprentice, employer, agency, reference } = notice;
  const { tone, words } = noticeState(notice);
  const event = `${eventNames[notice.event]} ${showDate(notice.occurredOn)}`;
  const facts = [
    ...(named ? [event, employer.name, agency.name] : []),
    ...(reference === '' ? [] : [`reference ${reference}`]),
  ];
  return (
    <Line
      title={
        <Link to="/notices/$entry" params={{ entry }} search={{ of: apprenticeship }} className={lineLink}>
          {named ? apprentice.name : event}
        </Link>
      }
      end={<Badge tone={tone}>{words}</Badge>}
    >
      {facts.join(' · ')}
    </Line>
  );
}
