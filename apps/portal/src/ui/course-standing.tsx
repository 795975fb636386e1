import type { MergedRecord } from '@journeybook/contracts';
import { Badge } from './badge.js';
import { percentText } from './read-percent.js';
import { showDate } from './show-dates.js';
import { showHours, showHoursCount } from './show-hours.js';

type Course = MergedRecord['courses'][number];

/** Where a course stands, in a word or two. */
export function CourseBadge({ course }: { course: Course }) {
  if (course.creditedMinutes > 0) return <Badge tone="ok">{showHours(course.creditedMinutes)} credited</Badge>;
  if (course.running.length > 0) return <Badge tone="plain">{showHours(course.leftMinutes)}, running</Badge>;
  // Nobody needs all courses of a group: of one that was not chosen nothing is left.
  if (course.electiveGroup !== null) return <Badge tone="plain">{showHours(course.requiredMinutes)}, to choose</Badge>;
  return <Badge tone="plain">{showHours(course.leftMinutes)} left</Badge>;
}

/** What a group of electives has and needs: `8 of 16 h, some of these courses`. */
export const electivesFacts = ({ creditedMinutes, requiredMinutes }: MergedRecord['electives'][number]): string =>
  `${showHoursCount(creditedMinutes)} of ${showHours(requiredMinutes)} count; some of these courses are enough`;

/** Who stands behind a credit, when and from where; or where the course is running; or nothing when it is not begun. */
export function courseFacts(course: Course): string {
  const { credit, running, advancedMinutes } = course;
  if (credit) {
    const score = credit.scorePercent === null ? [] : [showPercent(credit.scorePercent)];
    return [credit.origin, ...score, `${credit.by.name}, ${showDate(credit.on)}`].join(' · ');
  }
  if (advancedMinutes > 0) return 'advanced standing';
  if (running.length > 0)
    return running.map((section) => `in class at ${section.college}: ${section.title}`).join(' · ');
  return '';
}

/** `91 %`, `87.25 %`, never broken between the number and its sign. */
export const showPercent = (percent: number): string => `${percentText(percent)}\u00a0%`;
