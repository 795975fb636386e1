import { randomUUID } from 'node:crypto';
import type { Client, ConfirmedCompletions, ReportLaunchBody, RosterRow, SectionView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId, LmsIdentityId, MappingPolicy } from '@journeybook/domain';
import { courseCode } from '@journeybook/domain/testing';
import type { z } from 'zod';
import { launch, member, registration } from './launch.js';
import type { RunningApi } from './start-api.js';

/** What of an API the sections need: one in this process, or one that runs by itself. */
export type SectionApi = Pick<RunningApi, 'launched' | 'machine' | 'clock' | 'database'>;

export const manufacturing101 = { rapidsCode: '2031', course: courseCode('RTI03'), passMarkPercent: 70 };

export interface OpenedSection {
  readonly contextId: string;
  /** Irene's page. */
  readonly call: Client;
  readonly section: SectionView;
  identityOf(subject: string): LmsIdentityId;
  /** Opens a page of somebody else in the same course. */
  page(role: ReportLaunchBody['role'], subject: string): Promise<Client>;
}

/** A course of its own at the college, opened by Irene, with the learners of these subjects in it. */
export async function openSection(
  api: SectionApi,
  subjects: readonly string[],
  overrides: Partial<ReportLaunchBody> = {},
): Promise<OpenedSection> {
  const contextId = randomUUID();
  const context = { id: contextId, label: 'MFG-101', title: 'Manufacturing 101, spring', sisId: null };
  const { call } = await api.launched({ context, ...overrides });
  await reportRoster(api, contextId, subjects);
  const section = await call(endpoints.readSection, {});
  const identities = new Map(section.learners.map((learner) => [learner.sisId, learner.identity]));
  return {
    contextId,
    call,
    section,
    identityOf: (subject) => {
      const identity = identities.get(subject);
      if (!identity) throw new Error(`${subject} is not in the course`);
      return identity;
    },
    page: async (role, subject) => {
      const person = { ...launch().person, subject, name: null };
      return (await api.launched({ context, ...overrides, role, person })).call;
    },
  };
}

/** A complete reading of the course: Irene and the learners of these subjects, whose student number is their subject. */
export const reportRoster = (api: SectionApi, contextId: string, subjects: readonly string[]) =>
  api.machine(endpoints.reportRoster, {
    body: {
      contextId,
      registrationId: registration,
      readAt: api.clock.now(),
      members: [
        member('irene', { role: 'instructor' }),
        ...subjects.map((subject) => member(subject, { name: `Learner ${subject}`, sisId: subject })),
      ],
    },
  });

type Confirmation = Omit<
  z.input<NonNullable<typeof endpoints.confirmCompletions.body>>['learners'][number],
  'apprenticeship' | 'shownPercent'
>;

/** Confirms these learners as the page shows them now. */
export async function confirmShown(call: Client, learners: readonly Confirmation[]): Promise<ConfirmedCompletions> {
  const { mapping, learners: rows } = await call(endpoints.readSection, {});
  const { rapidsCode, code, creditMode } = mapping ?? {
    ...manufacturing101,
    code: 'RTI03',
    creditMode: 'all' as const,
  };
  const byIdentity = new Map<string, RosterRow>(rows.map((row) => [row.identity, row]));
  const shown = (identity: string) => {
    const row = byIdentity.get(identity);
    const apprenticeship = row?.match.state === 'matched' ? row.match.apprentice.apprenticeship : null;
    return { apprenticeship, shownPercent: row?.grade?.latest ?? null };
  };
  return call(endpoints.confirmCompletions, {
    body: {
      course: { rapidsCode, code, creditMode },
      learners: learners.map((one) => ({ ...one, ...shown(one.identity) })),
    },
  });
}

/** Says which course the section is, as the page shows it now. */
export async function mapShown(
  call: Client,
  { body }: { body: z.input<NonNullable<typeof endpoints.mapCourse.body>> },
): Promise<SectionView> {
  const { edition } = await call(endpoints.readSection, {});
  return call(endpoints.mapCourse, { body, ifMatch: edition });
}

type OfLearner = { readonly params: { readonly identity: string } };

/** The edition of a learner as the page shows them now. */
export async function editionOfLearner(call: Client, identity: string): Promise<string> {
  const { learners } = await call(endpoints.readSection, {});
  return learners.find((row) => row.identity === identity)?.edition ?? 'not-in-the-course';
}

/** Says who a learner is, as the page shows them now. */
export const matchShown = async (
  call: Client,
  { params, body }: OfLearner & { readonly body: { readonly apprenticeship: ApprenticeshipId } },
): Promise<void> =>
  call(endpoints.matchLearner, { params, body, ifMatch: await editionOfLearner(call, params.identity) });

/** Takes the match of a learner back, as the page shows it now. */
export const unmatchShown = async (call: Client, { params }: OfLearner): Promise<void> =>
  call(endpoints.unmatchLearner, { params, ifMatch: await editionOfLearner(call, params.identity) });

/** A reading of the grades in the tool's column, by subject; null is a learner without a score. */
export async function reportGrades(
  api: SectionApi,
  contextId: string,
  grades: Readonly<Record<string, number | null>>,
): Promise<void> {
  api.clock.pass(0.1);
  const results = Object.entries(grades).map(([subject, scorePercent]) => ({
    subject,
    scorePercent,
    comment: null,
    gradedAt: null,
  }));
  await api.machine(endpoints.reportResults, { body: { contextId, readAt: api.clock.now(), results } });
}

/** A mapped section in which the learner `subject` is the apprentice. */
export async function matchedSection(
  api: SectionApi,
  matches: Readonly<Record<string, ApprenticeshipId>>,
  overrides: Partial<ReportLaunchBody> & { readonly policy?: Partial<MappingPolicy> } = {},
): Promise<OpenedSection> {
  const { policy, ...launched } = overrides;
  const opened = await openSection(api, Object.keys(matches), launched);
  await mapShown(opened.call, { body: { ...manufacturing101, ...policy } });
  for (const [subject, apprenticeship] of Object.entries(matches)) {
    const params = { identity: opened.identityOf(subject) };
    await matchShown(opened.call, { params, body: { apprenticeship } });
  }
  return opened;
}

export interface QueuedJob {
  readonly data: Record<string, string>;
}

/** The jobs that wait in a queue. */
export const jobsIn = (
  { database }: Pick<SectionApi, 'database'>,
  queue: 'read-roster' | 'read-results' | 'deliver-score',
): Promise<QueuedJob[]> =>
  database.transaction(
    async ({ runSql }) =>
      (await runSql('select data from pgboss.job where name = $1 order by created_on', [queue])) as QueuedJob[],
  );

/** Scores of a section in the outbox. */
export const scoresOf = ({ database }: Pick<SectionApi, 'database'>, section: string) =>
  database.transaction(
    async ({ runSql }) =>
      (await runSql(
        `select id, score_percent as percent, state, comment from score_deliveries where section_id = $1 order by decided_at, id`,
        [section],
      )) as { id: string; percent: number | null; state: string; comment: string }[],
  );
