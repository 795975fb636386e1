import { type CourseCode, type Minutes, sumMinutes } from '@journeybook/domain';
import { showHours } from '../../../ui/show-hours.js';

/** A course that fills part of the sector-specific hours. */
export interface SectorPart {
  readonly code: CourseCode;
  readonly title: string;
  readonly requiredMinutes: Minutes;
}

/** What keeps the parts from taking the place of the course; empty when nothing does. */
export function whatIsWrong(parts: readonly SectorPart[], required: number): string {
  if (parts.some((one) => one.code.trim() === '' || one.title.trim() === ''))
    return 'Give every course a code and a title.';
  if (parts.some((one) => Number.isNaN(one.requiredMinutes))) return 'Type hours such as 12 or 7:30.';
  if (parts.some((one) => one.requiredMinutes <= 0)) return 'Give every course its hours.';
  if (new Set(parts.map((one) => one.code)).size < parts.length) return 'Every course needs a code of its own.';
  const difference = sumMinutes(parts.map((one) => one.requiredMinutes)) - required;
  if (difference > 0) return `Together they have ${showHours(difference)} too many.`;
  return difference < 0 ? `Together they have ${showHours(-difference)} too few.` : '';
}
