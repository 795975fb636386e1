import type { Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type {
  Apprenticeship,
  CalendarDate,
  Instant,
  PersonActor,
  RecordEntry,
  Standard,
  WorkProcessCode,
} from '@journeybook/domain';
import {
  addDays,
  attestMastery,
  customise,
  draftFrom,
  giveWageStep,
  hours,
  observeCompetency,
  recordCredential,
  requestSignOff,
  requestStanding,
  wageSteps,
} from '@journeybook/domain';
import { allowed } from './allowed.js';
import type { DemoApprentice, DemoPerson } from './demo-people.js';
import { apprentices, organizations, staff } from './demo-people.js';
import { nextStandard } from './demo-program.js';

const { committee, northfield, harbor } = organizations;
const on = (date: CalendarDate): Instant => `${date}T15:30:00.000Z` as Instant;

const actor = (person: DemoPerson, ...roles: PersonActor['roles']): PersonActor => ({
  kind: 'person',
  person: person.id,
  roles,
});
const sponsor = actor(staff.ines, { role: 'sponsor-admin', organization: committee.id });
const carol = actor(staff.carol, { role: 'employer-admin', organization: northfield.id });
const david = actor(staff.david, { role: 'employer-admin', organization: harbor.id });
const employerOf = (who: DemoApprentice): PersonActor => (who.employer === harbor.id ? david : carol);

interface Kept {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  readonly record: readonly RecordEntry[];
  readonly today: CalendarDate;
}

/** Wages as they were paid: each step from the Monday after it fell due, but for Marcus, whose second step is overdue. */
export function demoWages(
  who: DemoApprentice,
  { apprenticeship, standard, record, today }: Kept,
): readonly RecordEntry[] {
  const schedule = standard.terms?.wages;
  if (!schedule) return [];
  const given: RecordEntry[] = [];
  for (const { step, reachedOn, leastCentsPerHour } of wageSteps(schedule, {
    standard,
    beganOn: apprenticeship.beganOn,
    entries: record,
    today,
  })) {
    const from = reachedOn && (step.step === 1 ? reachedOn : addDays(reachedOn, 7));
    if (!from || from > today || (who === apprentices[1] && step.step === 2)) continue;
    const facts = {
      apprenticeship,
      standard,
      entries: [...record, ...given],
      today,
      now: on(from),
      recordEntry: newId<never>(),
    };
    given.push(
      allowed(giveWageStep(employerOf(who), { step: step.step, centsPerHour: leastCentsPerHour + 50, from }, facts)),
    );
  }
  return given;
}

/** The next skills of a Job Book: watched, with a word of feedback. */
export function demoObservations(
  who: DemoApprentice,
  { apprenticeship, standard, record, today }: Kept,
): readonly RecordEntry[] {
  if (apprenticeship.status === 'suspended') return [];
  const signed = new Set(record.flatMap((one) => (one.kind === 'competency-attested' ? [one.competency] : [])));
  const next = standard.competencies.filter((one) => !signed.has(one.code)).slice(0, 2);
  const seenOn = addDays(today, -6);
  return next.map((competency, index) =>
    allowed(
      observeCompetency(
        {
          competency: competency.code,
          on: seenOn,
          by: who.mentor.id,
          level: 2 - index,
          feedback:
            index === 0
              ? 'Nearly there: still asks before every change.'
              : 'Shown twice; now practise it on your own shift.',
        },
        {
          apprenticeship,
          standard,
          mentorships: [
            { mentor: who.mentor.id, apprenticeship: apprenticeship.id, from: apprenticeship.beganOn, until: null },
          ],
          today,
          now: on(seenOn),
          recordEntry: newId(),
        },
      ),
    ),
  );
}

/** The credentials of somebody who is done, and the employer's word, given yesterday. */
export function demoAttestation(who: DemoApprentice, kept: Kept): readonly RecordEntry[] {
  if (!who.finished) return [];
  const { apprenticeship, standard, record, today } = kept;
  const now = on(addDays(today, -1));
  const credentials = standard.completionCredentials.map(({ code }, index) =>
    allowed(
      recordCredential(
        david,
        {
          credential: code,
          earnedOn: addDays(apprenticeship.beganOn, 60 + index * 50),
          reference: `${code}-20${410 + index}`,
        },
        { apprenticeship, standard, earned: false, today, now, recordEntry: newId() },
      ),
    ),
  );
  const entries = [...record, ...credentials];
  const statement = 'Samuel runs both lines alone and has trained two colleagues. He has mastered the occupation.';
  const facts = { apprenticeship, standard, entries, today, now, recordEntry: newId<never>() };
  return [...credentials, allowed(attestMastery(david, statement, facts))];
}

/** What lies on the desks: a request for credit, a request for a sign-off, reports to the agency, a Job Book made one's own, a draft. */
export async function addDemoDesks(
  tables: Tables,
  { standard, today, agreements }: { standard: Standard; today: CalendarDate; agreements: readonly Apprenticeship[] },
): Promise<void> {
  await askForStanding(tables, { standard, today, agreements });
  await askForSignOff(tables, { standard, today, agreements });
  await tellAgency(tables, agreements, today);
  const change = {
    kind: 'local-process-named' as const,
    workProcess: 'WP06' as WorkProcessCode,
    title: 'Core making and shell moulds',
  };
  const none = { standard: standard.id, employer: northfield.id, edition: 0, changes: [] };
  const own = allowed(customise(carol, none, change, { standard, shownEdition: 0 }));
  await tables.customisations.add(committee.id, own, { by: staff.carol.id, at: on(addDays(today, -300)) });
  const id = newId<Standard['id']>();
  const published = { sponsor: committee.id, status: 'published' as const, edition: 1, standard };
  const { version } = nextStandard(standard, id);
  const draft = { ...draftFrom(published, { id, version }), standard: nextStandard(standard, id) };
  await tables.drafts.add({
    version: draft,
    from: standard.id,
    notes: [],
    by: staff.ines.id,
    at: on(addDays(today, -2)),
  });
}

interface Desk {
  readonly standard: Standard;
  readonly today: CalendarDate;
  readonly agreements: readonly Apprenticeship[];
}

const agreementOf = (who: DemoApprentice | undefined, agreements: readonly Apprenticeship[]): Apprenticeship => {
  const own = agreements.find((one) => one.id === who?.apprenticeship);
  if (!own) throw new Error('the demo world lacks an agreement');
  return own;
};

async function askForStanding({ standingRequests }: Tables, { standard, today, agreements }: Desk): Promise<void> {
  const request = requestStanding(
    david,
    {
      id: newId(),
      items: [{ kind: 'work-process', workProcess: 'WP01' as WorkProcessCode, minutes: hours(80) }],
      reason: 'Two summers as a machine operator before the agreement',
      evidence: [{ title: 'Letter of the former employer', reference: 'Personnel file, page 3' }],
      youthMinutes: null,
    },
    { apprenticeship: agreementOf(apprentices[4], agreements), standard, now: on(addDays(today, -4)) },
  );
  await standingRequests.add(committee.id, allowed(request));
}

async function askForSignOff(
  { signOffRequests, record }: Tables,
  { standard, today, agreements }: Desk,
): Promise<void> {
  const apprenticeship = agreementOf(apprentices[0], agreements);
  const totals = await record.totals(apprenticeship.id);
  const open = standard.competencies.find((one) => !totals.some((total) => total.code === one.code));
  if (!open) return;
  const asked = {
    id: newId<never>(),
    competency: open.code,
    note: 'Did it alone all week on line 2',
  };
  const facts = { apprenticeship, standard, signedLevel: null, open: false, today, now: on(addDays(today, -1)) };
  await signOffRequests.add(committee.id, allowed(requestSignOff(apprenticeship.apprentice, asked, facts)));
}

/** Every registration was reported after two weeks, but for the newest one; Elena's suspension was not yet. */
async function tellAgency(
  { record, agencyReports }: Tables,
  agreements: readonly Apprenticeship[],
  today: CalendarDate,
): Promise<void> {
  const changes = await record.listStatusChanges(agreements.map((one) => one.id));
  for (const change of [...changes.values()].flat()) {
    const reportedOn = addDays(change.occurredOn, 14);
    if (change.status !== 'registered' || addDays(change.occurredOn, 45) > today) continue;
    const report = { entry: change.id, reportedOn, reference: '' };
    await agencyReports.save(committee.id, report, { by: sponsor.person, at: on(reportedOn) });
  }
}
