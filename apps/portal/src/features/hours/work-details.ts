import type { HoursEntryView, MergedRecord } from '@journeybook/contracts';
import type { CompetencyCode } from '@journeybook/domain';
import { showHours } from '../../ui/show-hours.js';
import { minutesBetween, readTimes, showClock, type WorkTimes } from '../../ui/work-times.js';

/** What may be said of work besides date, process and minutes, as it stands in a form. */
export interface WorkDetails {
  /** Start and end as clocks, `06:00`; empty while not said. */
  readonly from: string;
  readonly to: string;
  readonly practised: readonly CompetencyCode[];
}

export const noDetails: WorkDetails = { from: '', to: '', practised: [] };

export const hasDetails = ({ from, to, practised }: WorkDetails): boolean =>
  from !== '' || to !== '' || practised.length > 0;

/** What an entry says of it, to change it or say it again. */
export const detailsOf = ({
  times,
  practised,
}: {
  readonly times: HoursEntryView['times'];
  readonly practised: readonly CompetencyCode[];
}): WorkDetails => ({
  from: times ? showClock(times.startMinute) : '',
  to: times ? showClock(times.endMinute) : '',
  practised,
});

/** The same for the API, which is told nothing of what was not said. */
export function detailsToSend({ from, to, practised }: WorkDetails): {
  times?: WorkTimes;
  practised?: CompetencyCode[];
} {
  const times = readTimes(from, to);
  return { ...(times ? { times } : {}), ...(practised.length > 0 ? { practised: [...practised] } : {}) };
}

/** What is wrong with the times of some work, in a sentence; empty when they hold or are not said. */
export function wrongTimes({ from, to, minutes }: WorkDetails & { readonly minutes: number }): string {
  if (from === '' && to === '') return '';
  if (from === '' || to === '') return 'Enter start and end, or neither.';
  const times = readTimes(from, to);
  if (!times) return 'Start and end are the same.';
  const between = minutesBetween(times);
  return minutes > between ? `More than the ${showHours(between)} between start and end.` : '';
}

/** Skills without those that have left the Job Book: they can be said of no work any more, and nobody could take their tick away. */
export const stillThere = (
  codes: readonly CompetencyCode[],
  processes: MergedRecord['processes'],
): readonly CompetencyCode[] => {
  const known = new Set(processes.flatMap((process) => process.competencies.map((one) => one.code)));
  return codes.filter((code) => known.has(code));
};

/** The titles of skills, for people; a code where the Job Book does not have it any more. */
export function skillTitles(codes: readonly CompetencyCode[], processes: MergedRecord['processes']): readonly string[] {
  const titles = new Map(processes.flatMap((process) => process.competencies.map((one) => [one.code, one.title])));
  return codes.map((code) => titles.get(code) ?? code);
}
