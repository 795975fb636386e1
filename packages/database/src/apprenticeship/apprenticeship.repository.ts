import type {
  Apprenticeship,
  ApprenticeshipId,
  ApprenticeshipStatus,
  CalendarDate,
  Mentorship,
  OrganizationId,
  PersonId,
  StandardId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { ApprenticeshipRow, MentorshipRow } from './apprenticeship.entity.js';

const toApprenticeship = (row: ApprenticeshipRow): Apprenticeship => ({
  id: row.id as ApprenticeshipId,
  sponsor: row.sponsorId as OrganizationId,
  employer: row.employerId as OrganizationId,
  apprentice: row.apprenticeId as PersonId,
  standard: row.standardId as StandardId,
  status: row.status as ApprenticeshipStatus,
  beganOn: row.beganOn as CalendarDate,
});

const toMentorship = (row: MentorshipRow): Mentorship => ({
  mentor: row.mentorId as PersonId,
  apprenticeship: row.apprenticeshipId as ApprenticeshipId,
  from: row.fromOn as CalendarDate,
  until: row.untilOn as CalendarDate | null,
});

/** Agreements and the mentors assigned to them. */
export class ApprenticeshipRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(apprenticeship: Apprenticeship): Promise<void> {
    await this.manager.insert(ApprenticeshipRow, {
      id: apprenticeship.id,
      sponsorId: apprenticeship.sponsor,
      employerId: apprenticeship.employer,
      apprenticeId: apprenticeship.apprentice,
      standardId: apprenticeship.standard,
      status: apprenticeship.status,
      beganOn: apprenticeship.beganOn,
    });
  }

  async assignMentor(id: string, sponsor: OrganizationId, mentorship: Mentorship): Promise<void> {
    await this.manager.insert(MentorshipRow, {
      id,
      sponsorId: sponsor,
      apprenticeshipId: mentorship.apprenticeship,
      mentorId: mentorship.mentor,
      fromOn: mentorship.from,
      untilOn: mentorship.until,
    });
  }

  async find(id: ApprenticeshipId): Promise<Apprenticeship | null> {
    const row = await this.manager.findOneBy(ApprenticeshipRow, { id });
    return row && toApprenticeship(row);
  }

  /**
   * Holds the agreement until the transaction ends, so that what is decided about it is decided one after the other. Weaker than
   * `for update`: entries that refer to it are added meanwhile.
   */
  async lock(id: ApprenticeshipId): Promise<Apprenticeship | null> {
    const row = await this.manager.findOne(ApprenticeshipRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
    return row && toApprenticeship(row);
  }

  /** The person's agreements, the newest first. */
  async listOf(person: PersonId): Promise<readonly Apprenticeship[]> {
    const rows = await this.manager.find(ApprenticeshipRow, {
      where: { apprenticeId: person },
      order: { beganOn: 'DESC', id: 'DESC' },
    });
    return rows.map(toApprenticeship);
  }

  /** Which sponsor each agreement belongs to. */
  async sponsorsOf(ids: readonly ApprenticeshipId[]): Promise<ReadonlyMap<ApprenticeshipId, OrganizationId>> {
    const rows = await this.manager.findBy(ApprenticeshipRow, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id as ApprenticeshipId, row.sponsorId as OrganizationId]));
  }

  async mentorshipsOf(ids: readonly ApprenticeshipId[]): Promise<readonly Mentorship[]> {
    return (await this.manager.findBy(MentorshipRow, { apprenticeshipId: In([...new Set(ids)]) })).map(toMentorship);
  }
}
