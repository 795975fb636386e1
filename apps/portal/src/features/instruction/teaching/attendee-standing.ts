import type { TaughtLearner, TaughtSectionView } from '@journeybook/contracts';
import type { BadgeTone } from '../../../ui/badge.js';
import { percentText, readPercent } from '../../../ui/read-percent.js';
import { showDate } from '../../../ui/show-dates.js';
import { showHours } from '../../../ui/show-hours.js';
import { readAttended } from '../read-attended.js';

/** What stands in the fields of one who attends. */
export interface Entered {
  readonly grade: string;
  readonly attended: string;
}

export interface AttendeeStanding {
  readonly tone: BadgeTone;
  readonly words: string;
  /** Whether the completion can be confirmed now. */
  readonly ready: boolean;
  readonly badGrade: boolean;
  readonly badAttended: boolean;
}

type Course = Pick<TaughtSectionView, 'course' | 'passMarkPercent' | 'creditMode'>;

/** What was entered last, as it stands in the fields until somebody types. */
export const keptText = ({ result }: TaughtLearner): Entered => ({
  grade: result?.percent == null ? '' : percentText(result.percent),
  attended: result?.attendedMinutes == null ? '' : String(Math.round((result.attendedMinutes / 60) * 100) / 100),
});

/** Where somebody who attends stands: credited, ready to be confirmed, or what stands in the way. */
export function attendeeStanding(one: TaughtLearner, section: Course, entered: Entered): AttendeeStanding {
  const { course, passMarkPercent, creditMode } = section;
  const percent = readPercent(entered.grade);
  const attended = readAttended(entered.attended);
  const badGrade = entered.grade.trim() !== '' && percent === null;
  const badAttended = entered.attended.trim() !== '' && (attended === null || attended > course.minutes);
  const not = (tone: BadgeTone, words: string) => ({ tone, words, ready: false, badGrade, badAttended });
  if (badGrade) return not('stop', 'grade is no percentage');
  if (badAttended) return not('stop', `hours attended: at most ${showHours(course.minutes)}`);
  if (one.credit) {
    const { minutes, on, by } = one.credit;
    return not('ok', `${showHours(minutes)} credited ${showDate(on)} by ${by.name}`);
  }
  if (one.blocked !== null) return not('stop', one.blocked);
  if (percent !== null && percent < passMarkPercent) return not('plain', 'below pass mark');
  if (creditMode === 'attendance' && attended === null) return not('wait', 'enter the hours attended');
  const words = `${showHours(creditMode === 'all' ? course.minutes : (attended ?? course.minutes))} ready`;
  return {
    tone: 'plain',
    words: percent === null ? `${words}, without a grade` : words,
    ready: true,
    badGrade,
    badAttended,
  };
}
