import type { Client, DecidedHours, HoursEntryView, LogHoursBody } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, HoursEntryId } from '@journeybook/domain';
import { day, processCode } from '@journeybook/domain/testing';
import type { z } from 'zod';

type Line = LogHoursBody['lines'][number];
export type Shown = DecidedHours['entries'];

/** 7 h 30 min in WP01. */
export const line = (overrides: Partial<Line> = {}): Line => ({
  id: newId<HoursEntryId>(),
  workProcess: processCode('WP01'),
  minutes: 450,
  ...overrides,
});

/** Lines on 2 March, submitted. */
export const dayOf = (lines: readonly Line[], overrides: Partial<LogHoursBody> = {}): LogHoursBody => ({
  workedOn: day('2026-03-02'),
  lines: [...lines],
  ...overrides,
});

/** Logs the lines and answers them with their versions, as they would be shown to an approver. */
export async function log(
  apprentice: Client,
  apprenticeship: ApprenticeshipId,
  body: LogHoursBody = dayOf([line()]),
): Promise<Shown> {
  const { entries } = await apprentice(endpoints.logHours, { params: { apprenticeship }, body });
  return entries.map(({ id, version }) => ({ id, version }));
}

type Correction = z.input<typeof endpoints.correctHours.body> & { readonly version: number };

/** Corrects an entry as it was shown in this version. */
export const correctShown = (
  apprentice: Client,
  { params, body: { version, ...body } }: { params: { entry: string }; body: Correction },
): Promise<HoursEntryView> => apprentice(endpoints.correctHours, { params, body, ifMatch: version });

/** Logs the lines and has the mentor approve them; answers them with the versions they have then. */
export async function logApproved(
  { apprentice, mentor }: { apprentice: Client; mentor: Client },
  apprenticeship: ApprenticeshipId,
  body: LogHoursBody = dayOf([line()]),
): Promise<Shown> {
  const entries = await log(apprentice, apprenticeship, body);
  return (await mentor(endpoints.approveHours, { body: { entries } })).entries;
}
