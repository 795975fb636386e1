import { randomBytes } from 'node:crypto';
import type { OrganizationId } from '@journeybook/domain';
import { at, college, council, now } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '../acting.js';
import { Database } from '../database.js';
import { newId } from '../new-id.js';
import { serverAddresses } from '../testing/test-database.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';
import type { ReportedLaunch } from './launch.repository.js';

let world: World;
let served: Database;
beforeAll(async () => {
  world = await openWorld();
  served = await Database.open(serverAddresses(world.url), 4);
});
afterAll(async () => {
  await served.close();
  await world.close();
});

const asMachine = <T>(work: () => T): T =>
  actAs({ caller: { kind: 'machine' }, requestId: 'r', address: '127.0.0.1', action: 'POST /' }, work);

const registrationId = newId();
const course = (overrides: Partial<ReportedLaunch['section']> = {}): ReportedLaunch['section'] => ({
  college,
  contextId: newId(),
  platformName: 'Lakeside Moodle',
  title: 'Blueprint Reading',
  label: 'BPR',
  sisId: null,
  registrationId,
  lmsId: '7',
  history: ['5', '3'],
  services: { roster: true, grades: true },
  ...overrides,
});
const learner = (subject: string) => ({ subject, name: 'Ada', email: null, sisId: 'S-1', role: 'learner' }) as const;

const launched = (section: ReportedLaunch['section'], overrides: Partial<ReportedLaunch> = {}): ReportedLaunch => ({
  id: newId(),
  kind: 'course',
  section,
  member: learner('ada'),
  openedAt: now,
  codeHash: randomBytes(32),
  codeExpiresAt: now,
  ...overrides,
});
const report = (launch: ReportedLaunch) => asMachine(() => served.alone(({ launches }) => launches.report(launch)));
const reported = async (launch: ReportedLaunch) => {
  const kept = await report(launch);
  if (!kept) throw new Error('the launch was not kept');
  return kept;
};

const rowOf = async (contextId: string) =>
  (
    await world.sql<{ title: string; lmsId: string; history: string[]; college: string; written: string }>(
      `select title, lms_id as "lmsId", history, college_id as college, ctid::text as written from sections where context_id = $1`,
      [contextId],
    )
  )[0];
const counts = () =>
  world.sql(`select (select count(*) from sections) as sections, (select count(*) from lms_identities) as identities,
    (select count(*) from section_members) as members, (select count(*) from launch_sessions) as sessions`);

describe('the first launch of a course', () => {
  test('keeps the section, who launched, that they were seen there, and the session', async () => {
    const launch = launched(course());
    const { section, identity, mapped, roster } = await reported(launch);
    expect([mapped, roster]).toEqual([false, null]);
    const [row] = await world.sql(
      `select l.kind, l.role, l.code_hash as "codeHash", l.code_expires_at = $2 as "expiresThen", i.subject, i.sis_id as "sisId",
         m.role as "roleThere", s.roster_state as roster
       from launch_sessions l join sections s on s.id = l.section_id join lms_identities i on i.id = l.identity_id
       join section_members m on m.section_id = s.id and m.identity_id = i.id
       where l.id = $1 and s.id = $3 and i.id = $4`,
      [launch.id, launch.codeExpiresAt, section, identity],
    );
    expect(row).toEqual({
      kind: 'course',
      role: 'learner',
      codeHash: launch.codeHash,
      expiresThen: true,
      subject: 'ada',
      sisId: 'S-1',
      roleThere: 'learner',
      roster: 'never',
    });
  });
  test('made by many at once makes one section, with each of them in it', async () => {
    const section = course();
    const subjects = Array.from({ length: 12 }, (_, index) => `learner-${index}`);
    const kept = await Promise.all(
      subjects.map((subject) => reported(launched(section, { member: learner(subject) }))),
    );
    expect(new Set(kept.map((one) => one.section)).size).toBe(1);
    expect(new Set(kept.map((one) => one.identity)).size).toBe(subjects.length);
  });
  test.each([
    ['for a college that is not known', () => course({ college: newId<OrganizationId>() })],
    ['of a course that was opened for another college', null],
  ])('%s keeps nothing', async (_, unknown) => {
    const opened = course();
    if (!unknown) await reported(launched(opened));
    const before = await counts();
    expect(await report(launched(unknown?.() ?? { ...opened, college: council, title: 'Taken over' }))).toBeNull();
    expect(await counts()).toEqual(before);
    if (!unknown) expect(await rowOf(opened.contextId)).toMatchObject({ college, title: 'Blueprint Reading' });
  });
});

describe('a later launch of the course', () => {
  test('of which nothing is new leaves the section as it is', async () => {
    const section = course();
    await reported(launched(section));
    const before = await rowOf(section.contextId);
    await reported(launched(section, { member: learner('ben') }));
    await reported(launched({ ...section, lmsId: null, history: [] }));
    expect(await rowOf(section.contextId)).toEqual(before);
  });
  test.each([
    ['another title', { title: 'Reading of blueprints' }, { title: 'Reading of blueprints' }],
    ['another name of the course at the platform', { lmsId: '8' }, { lmsId: '8' }],
    ['another history', { history: ['1'] }, { history: ['1'] }],
    [
      'a title, and leaves out the rest',
      { title: 'New', lmsId: null, history: [] },
      { lmsId: '7', history: ['5', '3'] },
    ],
  ])('brings %s', async (_, told, kept) => {
    const section = course();
    await reported(launched(section));
    await reported(launched({ ...section, ...told }));
    expect(await rowOf(section.contextId)).toMatchObject(kept);
  });
  test('has them in the role that it tells, seen when it was, and back where they had left', async () => {
    const section = course();
    const first = await reported(launched(section));
    await world.sql('update section_members set left_at = $2 where section_id = $1', [first.section, now]);
    const later = at('2026-11-27T09:00:00.000Z');
    const again = await reported(
      launched(section, { openedAt: later, member: { ...learner('ada'), name: null, role: 'assistant' } }),
    );
    expect(again.identity).toBe(first.identity);
    const [row] = await world.sql(
      `select m.role, m.left_at, m.first_seen_at = $2 as "sameFirst", m.last_seen_at = $3 as "seenNow", i.name
       from section_members m join lms_identities i on i.id = m.identity_id where m.section_id = $1`,
      [first.section, now, later],
    );
    expect(row).toEqual({ role: 'assistant', left_at: null, sameFirst: true, seenNow: true, name: 'Ada' });
  });
  test('tells how the roster was read before it, and whether the course is mapped', async () => {
    const section = course();
    const { section: id } = await reported(launched(section));
    await world.database.read.sections.rosterRead(id, now);
    expect(await reported(launched(section))).toMatchObject({ mapped: false, roster: { state: 'read', readAt: now } });
    expect(await asMachine(() => served.read.sections.isMapped(section.contextId))).toBe(false);
    await world.sql(
      `update sections set rapids_code = '2031', course_code = 'RTI03', pass_mark_percent = 70, mapped_at = $2,
         mapped_by = (select id from people limit 1) where id = $1`,
      [id, now],
    );
    expect(await reported(launched(section))).toMatchObject({ mapped: true });
    expect(await asMachine(() => served.read.sections.isMapped(section.contextId))).toBe(true);
  });
});

describe('launches of one course', () => {
  const lockTimeout = '55P03';
  /** Reports a launch that gives up when it has to wait. */
  const impatiently = (launch: ReportedLaunch, hold = false) =>
    asMachine(() =>
      served.aside(async ({ launches, runSql }) => {
        await runSql(`set local lock_timeout = '50ms'`);
        return launches.report(launch, { hold });
      }),
    ).then(
      () => 'kept',
      (error: unknown) => (error as { code?: string }).code,
    );

  test('do not wait for each other’s end', async () => {
    const section = course();
    await reported(launched(section));
    await asMachine(() =>
      served.aside(async ({ launches }) => {
        await launches.report(launched(section, { member: learner('ben') }));
        expect(await impatiently(launched(section, { member: learner('cleo') }))).toBe('kept');
      }),
    );
  });
  test('wait for whoever holds the section', async () => {
    const section = course();
    const { section: id } = await reported(launched(section));
    await asMachine(() =>
      served.aside(async ({ sections }) => {
        await sections.lock(id);
        expect(await impatiently(launched(section))).toBe(lockTimeout);
      }),
    );
    expect(await impatiently(launched(section))).toBe('kept');
  });
  test('that go on with the section hold it, against each other too', async () => {
    const section = course();
    await reported(launched(section));
    await asMachine(() =>
      served.aside(async ({ launches }) => {
        await launches.report(launched(section), { hold: true });
        expect(await impatiently(launched(section, { member: learner('ben') }))).toBe(lockTimeout);
        expect(await impatiently(launched(section, { member: learner('ben') }), true)).toBe(lockTimeout);
      }),
    );
  });
});
