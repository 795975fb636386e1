import { randomUUID } from 'node:crypto';
import type { Database, Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, OrganizationId, Standard, StandardId } from '@journeybook/domain';
import {
  apprenticeship,
  competencyAttested,
  day,
  draftHours,
  masteryAttested,
  mentorship,
  now,
  ojtHoursCredited,
  standard,
  statusChanged,
  submittedHours,
  terms,
  wageStepGiven,
} from '@journeybook/domain/testing';
import { entryOf } from '../change-agreement.js';
import type { Known } from '../world.js';
import { addMembership, addPeople } from '../world.js';
import { addRows } from './add-rows.js';
import { addDoors } from './arrange-doors.js';
import { addPlatform, addSection, connectCampus } from './arrange-instruction.js';
import type { Shared, Side } from './side.js';

/** The standard of a side: the same occupation and codes as the other's, in its own words. */
const standardOf = ({ mark }: Side, overrides: Partial<Standard> = {}): Standard => {
  const one = standard({ id: newId(), terms: terms(), ...overrides });
  const marked = <T extends { readonly title: string }>(item: T): T => ({ ...item, title: `${mark} ${item.title}` });
  return {
    ...one,
    occupation: { ...one.occupation, title: `${mark} technician` },
    workProcesses: one.workProcesses.map(marked),
    competencies: one.competencies.map(marked),
    courses: one.courses.map(marked),
  };
};

/** Fills an empty database with what both share and with both sides; a row of each kind there is on each. */
export async function arrange(database: Database, shared: Shared, sides: readonly [Side, Side]): Promise<void> {
  const { shop, campus, boss, guide, dean, rover } = shared;
  await addPeople(database, [boss, guide, dean, rover]);
  await database.read.people.addOrganizations([
    { id: shop, kind: 'employer', name: 'Shared Shop' },
    { id: campus, kind: 'college', name: 'Shared Campus' },
  ]);
  await addMembership(database, boss, shop, 'employer-admin');
  await addMembership(database, guide, shop, 'mentor');
  await addMembership(database, dean, campus, 'college-admin');
  for (const side of sides) await arrangeSide(database, side, shared);
  await connectCampus(database, shared);
}

async function arrangeSide(database: Database, side: Side, shared: Shared): Promise<void> {
  const { sponsor, works, school } = side;
  await addParties(database, side, shared);
  const own = standardOf(side);
  await database.transaction(async (tables) => {
    await tables.standards.publish(sponsor, own, now);
    await tables.standards.publish(sponsor, standardOf(side, { version: `${side.mark} 2026.2` }), now);
    await addProgram(tables, side, own.id);
    const here = { employer: works, mentor: side.guide, standard: own.id };
    const there = { employer: shared.shop, mentor: shared.guide, standard: own.id };
    await addAgreement(tables, side, { ...here, apprentice: side.inside });
    await addAgreement(tables, side, { ...there, apprentice: side.outside });
    const over = { status: 'cancelled' } as const;
    await addAgreement(tables, side, { ...here, apprentice: shared.rover, ...(side.isFormer ? over : {}) });
    await addAgreement(tables, side, { ...here, apprentice: side.gone, ...over });
    await addErasure(tables, side);
    await addOffice(tables, side, own.id);
    await addDoors(tables, side);
    await addPlatform(tables, side);
    await addSection(tables, side, school, side.inside);
    await addSection(tables, side, shared.campus, side.outside);
    await addEvent(tables, side);
  });
}

/** The side's people and organisations, and who has which role where. */
async function addParties(database: Database, side: Side, shared: Shared): Promise<void> {
  const { mark, sponsor, works, school } = side;
  await addPeople(
    database,
    Object.values(side).filter((one): one is Known => typeof one === 'object'),
  );
  await database.read.people.addOrganizations([
    { id: sponsor, kind: 'sponsor', name: `${mark} Council` },
    { id: works, kind: 'employer', name: `${mark} Works` },
    { id: school, kind: 'college', name: `${mark} School` },
  ]);
  await database.read.people.addPartnerships(
    [works, school, shared.shop, shared.campus].map((organizationId) => ({ sponsorId: sponsor, organizationId })),
  );
  await addMembership(database, side.admin, sponsor, 'sponsor-admin');
  await addMembership(database, side.auditor, sponsor, 'auditor');
  await addMembership(database, side.boss, works, 'employer-admin');
  await addMembership(database, side.guide, works, 'mentor');
  await addMembership(database, side.dean, school, 'college-admin');
  await addMembership(database, side.teacher, school, 'instructor');
}

/** What the sponsor has to look at: an apprentice whose employer attests mastery, and one who was suspended; a wage of one of them. */
async function addOffice({ apprenticeships, record }: Tables, side: Side, bound: StandardId): Promise<void> {
  const { sponsor, outside, inside, admin } = side;
  const [attested] = await apprenticeships.listOf(outside.id);
  const [paid] = await apprenticeships.listOf(inside.id);
  if (!attested || !paid) throw new Error('the side has two apprentices');
  const made = { standard: bound, answeredBy: admin.id, occurredOn: side.day };
  const statement = `${side.mark} attests it`;
  await record.append(sponsor, attested.id, [
    statusChanged({ ...entryOf(attested.id), ...made, from: 'active', status: 'suspended' }),
    statusChanged({ ...entryOf(attested.id), ...made, from: 'suspended', status: 'active' }),
    masteryAttested({ ...entryOf(attested.id), ...made, employer: attested.employer, statement }),
  ]);
  await record.append(sponsor, paid.id, [wageStepGiven({ ...entryOf(paid.id), ...made })]);
}

/** That the agreement of the one who is gone was erased; only the day for it is years away. */
async function addErasure(tables: Tables, { gone, sponsor, admin, mark }: Side): Promise<void> {
  const [over] = await tables.apprenticeships.listOf(gone.id);
  const erased = { reason: `${mark} time is over`, person_erased: false, erased_by: admin.id, erased_at: now };
  await addRows(tables, [['erasures', { apprenticeship_id: over?.id, sponsor_id: sponsor, ...erased }]]);
}

/** What the side's administrator looked at, as the trail has it. */
const addEvent = ({ runSql }: Tables, { admin, sponsor, mark }: Side) =>
  runSql(
    `select reach.put_on_file($1, 'view', 'GET /api/apprenticeships', 'person', $2, '{}', $3, '192.0.2.1', $4, '{}', '{}')`,
    [
      newId(),
      admin.id,
      JSON.stringify([{ role: 'sponsor-admin', organization: sponsor, place: 0 }]),
      `${mark} request`,
    ],
  );

async function addProgram({ drafts, runSql }: Tables, side: Side, from: StandardId): Promise<void> {
  const { sponsor, works, admin, boss, mark } = side;
  const next = standardOf(side, { version: `${mark} 2027` });
  const draft = { ...next, competencies: next.competencies.slice(1) };
  await drafts.add({
    version: { sponsor, edition: 1, status: 'draft', standard: draft },
    from,
    notes: [`${mark} note`],
    by: admin.id,
    at: now,
  });
  const change = { kind: 'competency-reworded', competency: 'WP01.01', title: `${mark} reworded` };
  await runSql(
    `insert into customisation_changes (standard_id, employer_id, edition, sponsor_id, change, made_by, made_at)
     values ($1, $2, 1, $3, $4, $5, $6)`,
    [from, works, sponsor, change, boss.id, now],
  );
  for (const organization of [sponsor, works, side.school])
    await runSql(
      `insert into invitations (id, organization_id, role, name, email, token_hash, invited_by, invited_at, expires_at)
       values ($1, $2, 'mentor', $3, $4, $5, $6, $7, $7::timestamptz + interval '14 days')`,
      [
        newId(),
        organization,
        `${mark} Invited`,
        `${mark}.invited@people.example`,
        Buffer.from(randomUUID()),
        admin.id,
        now,
      ],
    );
}

interface Agreed {
  readonly apprentice: Known;
  readonly employer: OrganizationId;
  readonly mentor: Known;
  readonly standard: StandardId;
  readonly status?: 'cancelled';
}

async function addAgreement(tables: Tables, side: Side, agreed: Agreed): Promise<void> {
  const { apprenticeships, record } = tables;
  const { sponsor } = side;
  const { apprentice, employer, mentor, standard: bound, status = 'active' } = agreed;
  const id = newId<ApprenticeshipId>();
  await apprenticeships.add(
    apprenticeship({ id, sponsor, employer, apprentice: apprentice.id, standard: bound, status }),
  );
  await apprenticeships.assignMentor(newId(), sponsor, mentorship({ apprenticeship: id, mentor: mentor.id }));
  await addHours(tables, side, id, agreed);
  const made = { standard: bound, answeredBy: mentor.id };
  await record.append(sponsor, id, [
    ojtHoursCredited({ ...entryOf(id), ...made, employer, note: `${side.mark} credited`, hoursEntry: newId() }),
    competencyAttested({ ...entryOf(id), ...made, comment: `${side.mark} attested` }),
    statusChanged({ ...entryOf(id), ...made, from: 'registered', status: 'active' }),
  ]);
  await addPapers(tables, side, id, agreed);
}

async function addHours(
  { hours }: Tables,
  { mark, sponsor }: Side,
  id: ApprenticeshipId,
  agreed: Agreed,
): Promise<void> {
  const logged = {
    apprenticeship: id,
    apprentice: agreed.apprentice.id,
    employer: agreed.employer,
    standard: agreed.standard,
    note: `${mark} logged`,
  };
  await hours.add(sponsor, [
    draftHours({ ...logged, id: newId(), workedOn: day('2026-03-01') }),
    submittedHours({ ...logged, id: newId(), workedOn: day('2026-03-02') }),
  ]);
}

/** What else belongs to an agreement, a row in each table. */
async function addPapers({ runSql }: Tables, side: Side, id: ApprenticeshipId, agreed: Agreed): Promise<void> {
  const { mark, sponsor, admin, day } = side;
  const { employer, apprentice } = agreed;
  await runSql(
    `insert into paid_hours (apprenticeship_id, employer_id, from_on, until_on, sponsor_id, minutes, recorded_by, recorded_at)
     values ($1, $2, $6, $6::date + 13, $3, 4800, $4, $5)`,
    [id, employer, sponsor, admin.id, now, day],
  );
  await runSql(
    `insert into sign_off_requests (id, sponsor_id, apprenticeship_id, competency_code, note, requested_at, state)
     values ($1, $2, $3, 'WP01.06', $4, $5, 'open')`,
    [newId(), sponsor, id, `${mark} asked`, now],
  );
  await runSql(
    `insert into standing_requests (id, sponsor_id, apprenticeship_id, requested_by, requested_at, items, reason, evidence, state)
     values ($1, $2, $3, $4, $5, '[]', $6, '[]', 'requested')`,
    [newId(), sponsor, id, apprentice.id, now, `${mark} reason`],
  );
  await runSql(
    `insert into completion_reviews (apprenticeship_id, sponsor_id, version, items) values ($1, $2, 1, '[]')`,
    [id, sponsor],
  );
  await runSql(
    `insert into agreement_signatures (apprenticeship_id, sponsor_id, minor, signed_by_apprentice_on, guardian_name, guardian_signed_on)
     values ($1, $2, false, '2026-01-02', $3, '2026-01-02')`,
    [id, sponsor, `${mark} Guardian`],
  );
  await runSql(
    `insert into agency_reports (entry_id, sponsor_id, reported_on, reference, reported_by, reported_at)
     select id, sponsor_id, '2026-03-01', $2, $3, $4 from record_entries where apprenticeship_id = $1 and kind = 'status-changed'`,
    [id, `${mark} filed`, admin.id, now],
  );
  await runSql(
    `insert into claim_codes (id, apprenticeship_id, code_hash, given_by, given_at, expires_at)
     values ($1, $2, $3, $4, $5, $5::timestamptz + interval '7 days')`,
    [newId(), id, Buffer.from(randomUUID()), admin.id, now],
  );
  await runSql(
    `insert into legal_holds (id, sponsor_id, person_id, reason, placed_by, placed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [newId(), sponsor, apprentice.id, `${mark} complaint`, admin.id, now],
  );
}
