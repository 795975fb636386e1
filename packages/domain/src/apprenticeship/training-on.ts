import type { Apprenticeship, ApprenticeshipStatus } from './apprenticeship.js';
import { isTraining } from './apprenticeship.js';
import { statusOn } from './status-history.js';
import type { StatusChanged } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';

export type NotInTrainingRefusal = { readonly kind: 'not-in-training'; readonly status: ApprenticeshipStatus };

/**
 * Whether an apprentice trained on a date: the status of today and, where the history is given, that of the date allow it. Hours of a
 * suspension are refused after it too (PRODUCT, "Hours": outside an active status).
 */
export function trainingOn(
  apprenticeship: Apprenticeship,
  date: CalendarDate,
  history: readonly StatusChanged[] = [],
): Result<CalendarDate, NotInTrainingRefusal> {
  if (!isTraining(apprenticeship.status)) return refuse({ kind: 'not-in-training', status: apprenticeship.status });
  return trainedOn(date, history);
}

/** As `trainingOn`, whatever the status is today: what was worked before a suspension is still decided while it lasts. */
export function trainedOn(
  date: CalendarDate,
  history: readonly StatusChanged[] = [],
): Result<CalendarDate, NotInTrainingRefusal> {
  if (history.length === 0) return accept(date);
  const status = statusOn(history, date);
  return isTraining(status) ? accept(date) : refuse({ kind: 'not-in-training', status });
}
