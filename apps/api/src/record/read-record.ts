import type { CompetencyView, MergedRecord } from '@journeybook/contracts';
import type { EntryFilter, KnownPerson, LaunchSessionRow, RecordView } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, CompetencyCode, PersonId, StandardId } from '@journeybook/domain';
import { currentCode, deciderOf, mayReadWages, openRecord, teachesOn } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { ownStandard } from './own-standard.js';
import { competencyPresenter } from './present-competency.js';
import type { EntryReader } from './present-entry.js';
import { presentEntry } from './present-entry.js';
import type { Reader } from './present-record.js';
import { presentRecord } from './present-record.js';

@Injectable()
export class ReadRecord {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The merged record, for whoever may open it; `not-their-record` for everybody else. */
  async read(reader: KnownPerson, id: ApprenticeshipId): Promise<MergedRecord> {
    const today = this.clock.today();
    const view = found(await this.database.read.recordViews.find(id, today), { kind: 'not-their-record' });
    const facts = factsOf(view);
    const as = orRefuse(openRecord(asActor(reader), { ...facts, today }));
    const teaches = teachesOn(facts.mentorships, { mentor: reader.id, apprenticeship: id, date: today });
    const runsProgram = deciderOf(asActor(reader), facts.apprenticeship) === 'sponsor';
    const seesWages = mayReadWages(asActor(reader), facts.apprenticeship).ok;
    return this.present(view, { as, teaches: teaches && as === 'mentor', runsProgram, seesWages });
  }

  /**
   * One skill of the Job Book as it stands now, for whoever a rule has just let act on it: nothing is asked about the reader here, who
   * may be somebody that mentors no longer. `unknown-competency` when it is in no Job Book.
   */
  async competency(id: ApprenticeshipId, code: CompetencyCode): Promise<CompetencyView> {
    const view = found(await this.database.read.recordViews.find(id, this.clock.today()));
    const { processes } = await this.present(
      view,
      { as: 'mentor', teaches: true, runsProgram: false, seesWages: false },
      [code],
    );
    const all = processes.flatMap((process) => process.competencies);
    return found(
      all.find((one) => one.code === code),
      { kind: 'unknown-competency' },
    );
  }

  /** A skill that ended with a change of standard, as it was called where it was signed: nothing of it counts any more. */
  async endedCompetency(
    id: ApprenticeshipId,
    { standard: signedUnder, competency }: { standard: StandardId; competency: CompetencyCode },
  ): Promise<CompetencyView> {
    const view = found(await this.database.read.recordViews.find(id, this.clock.today()));
    const standard = ownStandard(await this.database.read.standards.get(signedUnder), view, [competency]);
    const skill = found(
      standard.competencies.find((one) => one.code === competency),
      { kind: 'unknown-competency' },
    );
    const show = competencyPresenter({ attestations: [], acts: [], requests: [] }, standard, () => null);
    return show({ ...skill, level: null, signedOff: false });
  }

  /** One page of the entries behind a number, under the same rule. */
  async entries(reader: KnownPerson, id: ApprenticeshipId, filter: EntryFilter) {
    const { apprenticeships } = this.database.read;
    const apprenticeship = found(await apprenticeships.find(id), { kind: 'not-their-record' });
    const mentorships = await apprenticeships.mentorshipsOf([id]);
    const actor = asActor(reader);
    orRefuse(openRecord(actor, { apprenticeship, mentorships, today: this.clock.today() }));
    return this.page(id, filter, mayReadWages(actor, apprenticeship).ok);
  }

  /** The record of the learner who launched; `not-matched` until somebody confirmed who the learner is. */
  async readOwn(launch: LaunchSessionRow) {
    const own = await this.ownApprenticeship(launch);
    if (!own) {
      const college = found(await this.database.read.people.findOrganization(launch.college));
      return { state: 'not-matched' as const, college: college.name };
    }
    const view = found(await this.database.read.recordViews.find(own, this.clock.today()));
    return {
      state: 'matched' as const,
      record: await this.present(view, { as: 'launch', teaches: false, runsProgram: false, seesWages: true }),
    };
  }

  async ownEntries(launch: LaunchSessionRow, filter: EntryFilter) {
    const own = await this.ownApprenticeship(launch);
    return this.page(found(own, { kind: 'learner-not-matched' }), filter, true);
  }

  /** Of the learner's agreements the newest, a draft never, with a sponsor that works with the college of the launch. */
  private async ownApprenticeship({ person, college }: LaunchSessionRow): Promise<ApprenticeshipId | null> {
    if (!person) return null;
    const { apprenticeships, people } = this.database.read;
    const sponsors = await people.listSponsorsOf(college);
    const all = await apprenticeships.listOf(person);
    return all.find(({ sponsor, status }) => status !== 'draft' && sponsors.includes(sponsor))?.id ?? null;
  }

  private async present(
    view: RecordView,
    reader: Omit<Reader, 'today' | 'dateOf'>,
    keep: readonly CompetencyCode[] = [],
  ): Promise<MergedRecord> {
    const program = await this.database.read.standards.get(view.standard as StandardId);
    return presentRecord(view, ownStandard(program, view, keep), {
      ...reader,
      today: this.clock.today(),
      dateOf: (at) => this.clock.dateOf(at),
    });
  }

  private async page(id: ApprenticeshipId, filter: EntryFilter, seesWages: boolean) {
    const { record, recordViews } = this.database.read;
    const { entries, total } = await recordViews.page(id, filter);
    const moves = await record.listAgreement(id, ['standard-changed']);
    const reader = {
      codeToday: (subject, of) => currentCode(moves, { subject, ...of }),
      seesWages,
    } satisfies EntryReader;
    const last = entries.at(-1);
    return {
      entries: entries.map((entry) => presentEntry(entry, reader)),
      total,
      next: entries.length === 100 && last ? last.sequence : null,
    };
  }
}

/** What the rule of opening needs of a view that was read in one statement. */
const factsOf = (view: RecordView) => ({
  apprenticeship: {
    id: view.id,
    apprentice: view.apprentice.id,
    employer: view.employer.id,
    sponsor: view.sponsor.id,
    standard: view.standard,
    status: view.status,
    beganOn: view.beganOn,
  } as Apprenticeship,
  mentorships: view.mentorships.map(({ mentor, from, until, kind }) => ({
    mentor: mentor.id as PersonId,
    apprenticeship: view.id,
    from,
    until,
    kind,
  })),
});
