import { randomUUID } from 'node:crypto';
import type { ReportLaunchBody, reportRosterBody } from '@journeybook/contracts';
import { college } from '@journeybook/domain/testing';
import type { z } from 'zod';

export const registration = '90000000-0000-7000-8000-000000000001';

/** Irene opens Journeybook in a course of its own at the college, as its instructor. */
export const launch = (overrides: Partial<ReportLaunchBody> = {}): ReportLaunchBody => ({
  collegeId: college,
  registrationId: registration,
  platformName: 'Lakeside Moodle',
  context: { id: randomUUID(), label: 'MFG-101', title: 'Manufacturing 101, spring', sisId: null },
  person: { subject: 'irene', name: 'Irene Novak', email: 'irene@college.example', sisId: null },
  role: 'instructor',
  services: { roster: true, grades: true },
  ...overrides,
});

type Roster = z.input<typeof reportRosterBody>;

/** A member of a course: a learner unless told otherwise. */
export const member = (
  subject: string,
  overrides: Partial<Roster['members'][number]> = {},
): Roster['members'][number] => ({ subject, name: null, email: null, sisId: null, role: 'learner', ...overrides });
