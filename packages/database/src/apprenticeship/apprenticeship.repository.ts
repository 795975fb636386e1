import type {
  Apprenticeship,
  ApprenticeshipId,
  ApprenticeshipStatus,
  CalendarDate,
  Guardian,
  Mentorship,
  MentorshipKind,
  OrganizationId,
  PersonId,
  StandardId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { Any, In } from 'typeorm';
import { ApprenticeshipRow, MentorshipRow } from './apprenticeship.entity.js';
import { closedList } from './closed-list.sql.js';

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
  kind: row.kind,
});

/** An assignment as it is shown. */
export interface AssignedMentor {
  readonly id: string;
  readonly mentor: { readonly id: PersonId; readonly name: string };
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly kind: MentorshipKind;
}

/** Who signed an agreement and when (29 CFR 29.7(a)). The birth date is in the vault; here stands what follows from it. */
export interface Signatures {
  /** Whether the apprentice was under the agency's adult age on the first day. */
  readonly minor: boolean;
  readonly signedByApprenticeOn: CalendarDate;
  readonly guardian: Guardian | null;
}

/** Agreements and the mentors assigned to them. */
export class ApprenticeshipRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Holds an id that may have no row yet until the transaction ends: two who come with it at once come one after the other. */
  async holdId(id: ApprenticeshipId): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))', [id]);
  }

  /** Whether there is an agreement of that id, whoever's it is. */
  async isTaken(id: ApprenticeshipId): Promise<boolean> {
    const [row] = await this.manager.query<{ taken: boolean }[]>('select reach.is_taken($1) as taken', [id]);
    return row?.taken ?? false;
  }

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
      kind: mentorship.kind ?? 'mentor',
    });
  }

  /** Gives an assignment its last day. */
  async endMentorship(id: string, until: CalendarDate): Promise<void> {
    await this.manager.update(MentorshipRow, { id }, { untilOn: until });
  }

  /** Takes an assignment away that has not begun. */
  async withdrawMentorship(id: string, today: CalendarDate): Promise<void> {
    await this.manager.query('delete from mentorships where id = $1 and from_on > $2::date', [id, today]);
  }

  /** The assignments to an apprentice with their ids and names, the first one first. */
  async listMentorships(apprenticeship: ApprenticeshipId): Promise<readonly AssignedMentor[]> {
    return this.manager.query(
      `select m.id, json_build_object('id', p.id, 'name', p.name) as mentor, m.from_on as "from", m.until_on as "until", m.kind
       from mentorships m join people p on p.id = m.mentor_id where m.apprenticeship_id = $1 order by m.from_on, p.name, m.id`,
      [apprenticeship],
    );
  }

  /** Who mentors at any of these organisations on a date, by name. */
  async listMentorsAt(
    organizations: readonly OrganizationId[],
    date: CalendarDate,
  ): Promise<readonly { id: PersonId; name: string }[]> {
    return this.manager.query(
      `select distinct p.id, p.name from memberships m join people p on p.id = m.person_id
       where m.organization_id = any($1) and m.role = 'mentor' and m.ended_at is null and m.from_on <= $2::date
         and (m.until_on is null or m.until_on >= $2::date)
       order by p.name, p.id`,
      [organizations, date],
    );
  }

  /** How many train at an employer on a date, and how many mentor there, this mentor and apprentice included. */
  async countAtSite(
    employer: OrganizationId,
    { date, apprenticeship, mentor }: { date: CalendarDate; apprenticeship: ApprenticeshipId; mentor: PersonId },
  ): Promise<{ readonly apprentices: number; readonly journeyworkers: number }> {
    const [row] = await this.manager.query<{ apprentices: number; journeyworkers: number }[]>(
      `select
         reach.apprentices_at($1, $2::date, $3) as apprentices,
         (select count(distinct who) from (
            select m.person_id as who from memberships m where m.organization_id = $1 and m.role = 'mentor' and m.ended_at is null
              and m.from_on <= $2::date and (m.until_on is null or m.until_on >= $2::date)
            union select $4::uuid) w) as journeyworkers`,
      [employer, date, apprenticeship, mentor],
    );
    return row ?? { apprentices: 1, journeyworkers: 1 };
  }

  /** Writes status, employer and standard of an agreement that this transaction holds. */
  async save({ id, status, employer, standard }: Apprenticeship): Promise<void> {
    await this.manager.update(ApprenticeshipRow, { id }, { status, employerId: employer, standardId: standard });
  }

  async keepSignatures(sponsor: OrganizationId, id: ApprenticeshipId, signatures: Signatures): Promise<void> {
    const { minor, signedByApprenticeOn, guardian } = signatures;
    await this.manager.query(
      `insert into agreement_signatures (apprenticeship_id, sponsor_id, minor, signed_by_apprentice_on, guardian_name,
         guardian_relation, guardian_contact, guardian_signed_on) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        sponsor,
        minor,
        signedByApprenticeOn,
        guardian?.name ?? null,
        guardian?.relation ?? null,
        guardian?.contact ?? null,
        guardian?.signedOn ?? null,
      ],
    );
  }

  async findSignatures(id: ApprenticeshipId): Promise<Signatures | null> {
    const [row] = await this.manager.query<Signatures[]>(
      `select minor, signed_by_apprentice_on as "signedByApprenticeOn",
         case when guardian_name is null then null
           else json_build_object('name', guardian_name, 'relation', coalesce(guardian_relation, ''),
             'contact', coalesce(guardian_contact, ''), 'signedOn', guardian_signed_on) end as guardian
       from agreement_signatures where apprenticeship_id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The person's other agreements, with any sponsor. */
  async listOthers(
    person: PersonId,
    except: ApprenticeshipId,
  ): Promise<readonly { status: ApprenticeshipStatus; rapidsCode: string }[]> {
    return this.manager.query('select status, rapids_code as "rapidsCode" from reach.other_agreements($1, $2)', [
      person,
      except,
    ]);
  }

  /** Whether the person has or had an agreement with this sponsor. */
  async wasWith(sponsor: OrganizationId, person: PersonId): Promise<boolean> {
    return this.manager.existsBy(ApprenticeshipRow, { sponsorId: sponsor, apprenticeId: person });
  }

  /** People whose agreements with this sponsor have all ended, by name. */
  async listFormer(sponsor: OrganizationId): Promise<readonly { id: PersonId; name: string }[]> {
    return this.manager.query(
      `select p.id, p.name from people p join apprenticeships a on a.apprentice_id = p.id and a.sponsor_id = $1
       group by p.id, p.name having bool_and(a.status in (${closedList})) order by p.name, p.id`,
      [sponsor],
    );
  }

  /** Agreements of these sponsors. */
  async listOfSponsors(sponsors: readonly OrganizationId[]): Promise<readonly Apprenticeship[]> {
    return (await this.manager.findBy(ApprenticeshipRow, { sponsorId: In([...sponsors]) })).map(toApprenticeship);
  }

  async find(id: ApprenticeshipId): Promise<Apprenticeship | null> {
    const row = await this.manager.findOneBy(ApprenticeshipRow, { id });
    return row && toApprenticeship(row);
  }

  async findAll(ids: readonly ApprenticeshipId[]): Promise<readonly Apprenticeship[]> {
    return (await this.manager.findBy(ApprenticeshipRow, { id: In([...new Set(ids)]) })).map(toApprenticeship);
  }

  /** Agreements in which these employers or these sponsors train somebody now or come back to it: registered, active or suspended. */
  async listTraining({
    employers,
    sponsors,
  }: {
    employers: readonly OrganizationId[];
    sponsors: readonly OrganizationId[];
  }): Promise<readonly Apprenticeship[]> {
    const status = In(['registered', 'active', 'suspended'] satisfies ApprenticeshipStatus[]);
    const rows = await this.manager.findBy(ApprenticeshipRow, [
      { status, employerId: In([...employers]) },
      { status, sponsorId: In([...sponsors]) },
    ]);
    return rows.map(toApprenticeship);
  }

  /**
   * Holds the agreement until the transaction ends, so that what is decided about it is decided one after the other. Weaker than
   * `for update`: entries that refer to it are added meanwhile.
   */
  async lock(id: ApprenticeshipId): Promise<Apprenticeship | null> {
    const row = await this.manager.findOne(ApprenticeshipRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
    return row && toApprenticeship(row);
  }

  /** As `lock`, of several; always in one order, so that two batches never wait for each other. */
  async lockAll(ids: readonly ApprenticeshipId[]): Promise<readonly Apprenticeship[]> {
    const rows = await this.manager.find(ApprenticeshipRow, {
      where: { id: Any([...new Set(ids)]) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return rows.map(toApprenticeship);
  }

  /** Keeps these agreements as they are until the transaction ends, beside others that do the same; always in one order. */
  async holdAll(ids: readonly ApprenticeshipId[]): Promise<readonly Apprenticeship[]> {
    const rows = await this.manager.find(ApprenticeshipRow, {
      where: { id: In([...new Set(ids)]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_read' },
    });
    return rows.map(toApprenticeship);
  }

  /** The person's agreements, the newest first. */
  async listOf(person: PersonId): Promise<readonly Apprenticeship[]> {
    const rows = await this.manager.find(ApprenticeshipRow, {
      where: { apprenticeId: person },
      order: { beganOn: 'DESC', id: 'DESC' },
    });
    return rows.map(toApprenticeship);
  }

  /** The employer and the sponsor of each of the person's agreements. */
  async partiesOf(person: PersonId): Promise<readonly Pick<Apprenticeship, 'employer' | 'sponsor'>[]> {
    return this.manager.query(
      'select employer_id as employer, sponsor_id as sponsor from apprenticeships where apprentice_id = $1',
      [person],
    );
  }

  /** The sponsors with which the person has or had an agreement, whoever asks. */
  async sponsorsWith(person: PersonId): Promise<readonly { readonly sponsor: OrganizationId }[]> {
    return this.manager.query('select sponsor from reach.sponsors_with($1) as sponsor', [person]);
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
