import type { Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type {
  Apprenticeship,
  CalendarDate,
  Instant,
  Minutes,
  RecordEntry,
  SectionId,
  Standard,
} from '@journeybook/domain';
import { addDays, hours, instant, sumMinutes } from '@journeybook/domain';
import { hashPassword } from '../access/password.js';
import { addDemoDesks, demoAttestation, demoObservations, demoWages } from './demo-office.js';
import { demoStandard } from './demo-program.js';
import { demoCredits, demoStatus } from './demo-credits.js';
import { demoHistory, demoReturned, demoReversal, withoutReversed } from './demo-history.js';
import type { DemoApprentice, DemoPerson } from './demo-people.js';
import { apprentices, organizations, staff } from './demo-people.js';
import { demoPassword } from './demo-sign-ins.js';

const { committee, northfield, harbor, lakeside } = organizations;

/** Loads the demo world into an empty database: seven apprentices with a history made by the rules themselves. */
export async function loadDemo(
  tables: Tables,
  programs: readonly [Standard, Standard],
  today: CalendarDate,
): Promise<void> {
  const standard = demoStandard(programs[0]);
  await addPeople(tables, today);
  await tables.standards.publish(committee.id, standard, instant(new Date()));
  await tables.standards.publish(committee.id, programs[1], instant(new Date()));
  const section = await addPastSection(tables);
  const agreements: Apprenticeship[] = [];
  for (const who of apprentices) agreements.push(await addApprentice(tables, who, { standard, section, today }));
  await addDemoDesks(tables, { standard, today, agreements });
}

async function addPeople({ people }: Tables, today: CalendarDate): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const account = ({ id, name, email, studentNumber }: DemoPerson) => ({
    id,
    name,
    email,
    studentNumber,
    passwordHash,
  });
  await people.add([...Object.values(staff), ...apprentices.map((one) => one.person)].map(account));
  await people.addOrganizations(Object.values(organizations));
  await people.addPartnerships(
    [northfield, harbor, lakeside].map(({ id }) => ({ sponsorId: committee.id, organizationId: id })),
  );
  const fromOn = addDays(today, -900);
  await people.addMemberships(
    (
      [
        [staff.ines, committee, 'sponsor-admin'],
        [staff.carol, northfield, 'employer-admin'],
        [staff.david, harbor, 'employer-admin'],
        [staff.lucia, northfield, 'mentor'],
        [staff.ben, harbor, 'mentor'],
        [staff.rosa, lakeside, 'instructor'],
      ] as const
    ).map(([who, where, role]) => ({
      id: newId(),
      personId: who.id,
      organizationId: where.id,
      role,
      fromOn,
      untilOn: null,
    })),
  );
}

/** Where the courses of earlier terms were taught. */
async function addPastSection({ sections }: Tables): Promise<SectionId> {
  return sections.upsert({
    id: newId(),
    college: lakeside.id,
    contextId: newId(),
    platformName: 'Gradebook of earlier terms',
    title: 'Earlier terms',
    label: null,
    sisId: null,
    services: { roster: false, grades: false },
  });
}

async function addApprentice(
  tables: Tables,
  who: DemoApprentice,
  { standard, section, today }: { standard: Standard; section: SectionId; today: CalendarDate },
): Promise<Apprenticeship> {
  const apprenticeship: Apprenticeship = {
    id: who.apprenticeship,
    sponsor: committee.id,
    employer: who.employer,
    apprentice: who.person.id,
    standard: standard.id,
    status: who.status,
    beganOn: addDays(today, -7 * who.weeks),
  };
  await tables.apprenticeships.add(apprenticeship);
  const { beganOn: from } = apprenticeship;
  const mentorship = { mentor: who.mentor.id, apprenticeship: apprenticeship.id, from, until: null };
  await tables.apprenticeships.assignMentor(newId(), committee.id, mentorship);
  const history = demoHistory(who, { apprenticeship, standard, today });
  const first = who === apprentices[0];
  const record = [
    ...demoStatus(who, apprenticeship, today),
    ...demoCredits(who, { apprenticeship, standard, section, today }),
    ...history.record,
  ];
  const kept = { apprenticeship, standard, record, today };
  record.push(...demoWages(who, kept), ...demoObservations(who, kept));
  record.push(...demoAttestation(who, kept));
  const ordered = record.toSorted(byRecorded);
  const signed = [...ordered, ...(first ? demoReversal(ordered, today) : [])];
  const entries = first ? demoReturned(history, who) : withLongDay(history.hours, who);
  await tables.hours.add(committee.id, withoutReversed(entries, signed));
  await tables.record.append(committee.id, apprenticeship.id, signed);
  await tables.apprenticeships.keepSignatures(committee.id, apprenticeship.id, {
    minor: false,
    signedByApprenticeOn: addDays(from, -3),
    guardian: null,
  });
  return apprenticeship;
}

const byRecorded = (left: RecordEntry, right: RecordEntry): number =>
  left.recordedAt < right.recordedAt ? -1 : left.recordedAt > right.recordedAt ? 1 : 0;

/** Marcus's last day is longer than the site's shift limit, so that the queue has something to look at. */
function withLongDay(entries: Parameters<Tables['hours']['add']>[1], who: DemoApprentice): typeof entries {
  const last = entries.findLastIndex((one) => one.status === 'submitted');
  const entry = entries[last];
  if (who !== apprentices[1] || !entry) return entries;
  const others = entries.filter((one) => one !== entry && one.workedOn === entry.workedOn);
  const minutes = (hours(13) - sumMinutes(others.map((one) => one.minutes))) as Minutes;
  return entries.with(last, { ...entry, minutes, note: 'stayed on, line 2 was down' });
}

/** For an installation of one's own: a sponsor with the program and one administrator, and nothing else. */
export async function loadFirstSponsor(
  { people, standards }: Tables,
  standard: Standard,
  admin: { email: string; today: CalendarDate; at: Instant },
): Promise<void> {
  const [personId, sponsorId] = [newId<DemoPerson['id']>(), newId<Apprenticeship['sponsor']>()];
  await people.add([
    { id: personId, name: 'Sponsor administrator', email: admin.email, passwordHash: null, studentNumber: null },
  ]);
  await people.addOrganizations([{ id: sponsorId, kind: 'sponsor', name: 'Our program' }]);
  await people.addMemberships([
    { id: newId(), personId, organizationId: sponsorId, role: 'sponsor-admin', fromOn: admin.today, untilOn: null },
  ]);
  await standards.publish(sponsorId, standard, admin.at);
}
