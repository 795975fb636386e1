import type { RosterRow, SectionView } from '@journeybook/contracts';
import type { BadgeTone } from '../../ui/badge.js';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { readAttended } from './read-attended.js';
import { percentText, readPercent } from '../../ui/read-percent.js';

export type RowState =
  | 'credited'
  | 'push-refused'
  | 'not-apprentice'
  | 'match-first'
  | 'blocked'
  | 'bad-grade'
  | 'bad-attendance'
  | 'review'
  | 'below-pass-mark'
  | 'ready';

export interface RowStanding {
  readonly state: RowState;
  readonly tone: BadgeTone;
  /** For the instructor: `16 h ready`, `match first`. */
  readonly words: string;
  /** Whether it can be confirmed now. */
  readonly ready: boolean;
  /** Whether there is a grade, and it passes. */
  readonly passed: boolean;
  /** Whether the hours are credited and the gradebook did not take the grade, whatever else there is to say. */
  readonly notTaken: boolean;
}

type Course = NonNullable<SectionView['mapping']>;

/** The grade as typed; when nothing was typed the one that the gradebook refused, or as the platform has it; or empty. */
export const gradeText = (row: RosterRow, typed: string | undefined): string => {
  const { push, grade } = row;
  const known = isPushRefused(row) ? (push?.graded ? push.percent : null) : (grade?.percent ?? null);
  return typed ?? (known === null ? '' : percentText(known));
};

/** Whether the hours are credited and the gradebook did not take the grade: then confirming again pushes it again. */
export const isPushRefused = ({ credit, push }: RosterRow): boolean =>
  credit !== null && push?.state === 'refused' && push.percent !== null;

/** What somebody typed for a learner. */
export interface Typed {
  readonly grade: string | undefined;
  /** Hours attended; asked for where the section credits by attendance. */
  readonly attended: string | undefined;
}

/** Where a learner stands: whether the hours are credited, can be confirmed, or what stands in the way. */
export function rowStanding(row: RosterRow, course: Course, typed: Typed): RowStanding {
  const not = (state: RowState, tone: BadgeTone, words: string) => ({
    state,
    tone,
    words,
    ready: false,
    passed: false,
    notTaken: isPushRefused(row),
  });
  const text = gradeText(row, typed.grade).trim();
  const percent = readPercent(text);
  if (row.credit) {
    const words = `${showHours(row.credit.minutes)} credited ${showDate(row.credit.on)} by ${row.credit.by.name}`;
    if (!isPushRefused(row)) return not('credited', 'ok', words);
    if (text !== '' && percent === null) return not('bad-grade', 'stop', 'grade is no percentage');
    return { ...not('push-refused', 'ok', words), ready: true };
  }
  if (row.blocked !== null) return not('blocked', 'stop', row.blocked);
  if (row.match.state === 'suggested') return not('match-first', 'wait', 'match first');
  if (row.match.state === 'none') return not('not-apprentice', 'plain', 'not an apprentice');
  if (text !== '' && percent === null) return not('bad-grade', 'stop', 'grade is no percentage');
  if (percent !== null && percent < course.passMarkPercent) return not('below-pass-mark', 'plain', 'below pass mark');
  const minutes = course.creditMode === 'all' ? course.minutes : readAttended(typed.attended ?? '');
  if (minutes === null || minutes > course.minutes)
    return not('bad-attendance', 'wait', `give the hours attended, up to ${showHours(course.minutes)}`);
  const words = `${showHours(minutes)} ready`;
  return {
    state: 'ready',
    tone: 'plain',
    words: percent === null ? `${words}, without a grade` : words,
    ready: true,
    passed: percent !== null,
    notTaken: false,
  };
}

export const rowFilters = {
  all: 'All',
  ready: 'Ready',
  passed: 'Passed',
  review: 'Needs review',
  'match-first': 'Match first',
  'below-pass-mark': 'Below pass mark',
  credited: 'Credited',
  'push-refused': 'Not in the gradebook',
  'not-apprentice': 'Not apprentices',
} as const;
export type RowFilter = keyof typeof rowFilters;

/** Offered only when there are any: on most days there are none, and a narrow frame has no room for them. */
const occasional: readonly RowFilter[] = ['match-first', 'below-pass-mark', 'review', 'passed', 'push-refused'];

/** The filters worth offering: those that always are, those with learners in them, and the one in use. */
export const offeredFilters = (standings: readonly RowStanding[], used: RowFilter): readonly RowFilter[] =>
  (Object.keys(rowFilters) as RowFilter[]).filter(
    (one) => !occasional.includes(one) || one === used || standings.some((standing) => filterShows(one, standing)),
  );

/** Whether the filter shows a row that stands like this. */
export const filterShows = (filter: RowFilter, standing: RowStanding): boolean =>
  filter === 'all' ||
  (filter === 'passed'
    ? standing.passed
    : filter === 'push-refused'
      ? standing.notTaken
      : standing.state === filter || (filter === 'credited' && standing.state === 'push-refused'));
