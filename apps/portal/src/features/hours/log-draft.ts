import { calendarDate, competencyCode, hoursEntryId, workProcessCode } from '@journeybook/contracts';
import type { CalendarDate, HoursEntryId, WorkProcessCode } from '@journeybook/domain';
import { z } from 'zod';
import { today } from '../../ui/show-dates.js';
import { noDetails, type WorkDetails } from './work-details.js';

/** A line being filled in. The id is made here, so that sending it twice logs it once. */
export interface DraftLine extends WorkDetails {
  readonly id: HoursEntryId;
  readonly workProcess: WorkProcessCode;
  readonly minutes: number;
}

export interface LogDraft {
  readonly workedOn: CalendarDate;
  readonly note: string;
  readonly lines: readonly DraftLine[];
}

const stored = z.object({
  workedOn: calendarDate,
  note: z.string(),
  lines: z.array(
    z.object({
      id: hoursEntryId,
      workProcess: workProcessCode,
      minutes: z.int().min(0),
      // A draft that was begun before there were times and skills has neither.
      from: z.string().default(''),
      to: z.string().default(''),
      practised: z.array(competencyCode).default([]),
    }),
  ),
});

/** An empty form for today. */
export const emptyDraft = (): LogDraft => ({ workedOn: today(), note: '', lines: [] });

/** A line with an id of its own. */
export const newLine = (workProcess: WorkProcessCode, minutes = 0, details = noDetails): DraftLine => ({
  id: crypto.randomUUID() as HoursEntryId,
  workProcess,
  minutes,
  ...details,
});

const keyOf = (person: string) => `journeybook.log-hours.${person}`;

/** What this person typed on this device and the server does not have yet; an empty form when there is nothing. */
export function loadDraft(person: string): LogDraft {
  try {
    const found = stored.safeParse(JSON.parse(localStorage.getItem(keyOf(person)) ?? 'null'));
    if (found.success) return found.data;
  } catch {
    // Storage may be switched off or hold something else: then there is simply nothing to go on with.
  }
  return emptyDraft();
}

/** Keeps what was typed until the server has it; an empty form is forgotten. */
export function saveDraft(person: string, draft: LogDraft): void {
  try {
    if (draft.lines.length === 0 && draft.note === '') localStorage.removeItem(keyOf(person));
    else localStorage.setItem(keyOf(person), JSON.stringify(draft));
  } catch {
    // Without storage the form still works for as long as the page stands.
  }
}
