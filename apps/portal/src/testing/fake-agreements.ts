import {
  type Apprenticeship,
  type ApprenticeshipId,
  type ApprenticeshipStatus,
  type CalendarDate,
  type EmployerChanged,
  federalTerms,
  hours,
  type Instant,
  type Mentorship,
  type OrganizationId,
  type PersonId,
  type ProgramTerms,
  type RecordEntryId,
  type Standard,
  type StandardId,
  type StatusChanged,
} from '@journeybook/domain';
import { daysAgo, type FakeApprenticeship, fakeId, northfield, people, sponsor } from './fake-world.js';

export interface FakeAgreement {
  apprenticeship: Apprenticeship;
  readonly apprentice: { readonly id: string; readonly name: string };
  readonly standard: Standard;
  terms: ProgramTerms;
  /** Left out: the one later version there is. */
  otherVersions?: (typeof otherVersion)[];
  readonly history: StatusChanged[];
  readonly employerChanges: EmployerChanged[];
  mentorships: (Mentorship & { readonly id: string })[];
  signatures: {
    minor: boolean;
    signedByApprenticeOn: string;
    guardian: { name: string; relation: string; contact: string; signedOn: string } | null;
  } | null;
  /** By entry: the day the agency was told, and under which number. */
  readonly reported: Map<string, { on: CalendarDate; reference: string }>;
}

/** The published version all agreements of the fake are bound to; `fakePrograms` has what it lays down. */
export const fakeStandard = {
  id: fakeId() as StandardId,
  version: '2026.1',
  occupation: { title: 'Industrial Manufacturing Technician', rapidsCode: '2031HY', onetSoc: '51-9199.00' },
  approach: 'hybrid',
  termMonths: 18,
  ojtMinutes: hours(2736),
  rtiMinutes: hours(264),
} as Standard;

/** The version they could go over to. */
export const otherVersion = { id: fakeId(), version: '2027.1' };

/** A change of status of the fake, decided by its sponsor. */
export function statusChange(
  own: FakeApprenticeship,
  [from, status, days, reason]: readonly [ApprenticeshipStatus, ApprenticeshipStatus, number, string],
): StatusChanged {
  return {
    kind: 'status-changed',
    id: fakeId() as RecordEntryId,
    apprenticeship: own.id as ApprenticeshipId,
    source: `status/${own.id}/${status}/${days}`,
    standard: fakeStandard.id,
    occurredOn: daysAgo(days),
    recordedAt: `${daysAgo(days)}T08:00:00Z` as Instant,
    answeredBy: people.wanda.id as PersonId,
    status,
    from,
    reason,
    decidedBy: 'sponsor',
  };
}

/** An agreement of the fake: as drafted, or with its history. */
export function fakeAgreement(own: FakeApprenticeship, history: StatusChanged[] = []): FakeAgreement {
  return {
    apprenticeship: {
      id: own.id as ApprenticeshipId,
      sponsor: sponsor.id as OrganizationId,
      employer: northfield.id as OrganizationId,
      apprentice: own.apprentice.id as PersonId,
      standard: fakeStandard.id,
      status: history.at(-1)?.status ?? 'draft',
      beganOn: own.beganOn as CalendarDate,
    },
    apprentice: own.apprentice,
    standard: fakeStandard,
    terms: { ...federalTerms, ratio: { apprentices: 2, journeyworkers: 1 } },
    history,
    employerChanges: [],
    mentorships: own.mentors.map((mentor) => ({
      id: fakeId(),
      mentor: mentor.id as PersonId,
      apprenticeship: own.id as ApprenticeshipId,
      from: own.beganOn as CalendarDate,
      until: null,
      kind: 'mentor',
    })),
    signatures: history.length > 0 ? { minor: false, signedByApprenticeOn: own.beganOn, guardian: null } : null,
    reported: new Map(),
  };
}

/** The agreements of the fake's apprentices: one long active and reported, one that is late at the agency, one that is new. */
export function fakeAgreements(apprenticeships: readonly FakeApprenticeship[]): FakeAgreement[] {
  return apprenticeships.map((own) => {
    const began = Math.round((Date.parse(daysAgo(0)) - Date.parse(own.beganOn)) / 86_400_000);
    const registered = statusChange(own, ['draft', 'registered', began, 'Agreement signed']);
    if ((own.status ?? 'active') !== 'active') return fakeAgreement(own, [registered]);
    const active = statusChange(own, ['registered', 'active', began - 170, 'Probation is over']);
    const agreement = fakeAgreement(own, [registered, active]);
    agreement.reported.set(registered.id, { on: daysAgo(began - 21), reference: 'RAPIDS 2026-0117' });
    return agreement;
  });
}
