import type { ConfirmedCompletions } from '@journeybook/contracts';
import type { Jobs, LaunchSessionRow, Section, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type {
  ConfirmedCompletion,
  LmsIdentityId,
  Minutes,
  OrganizationId,
  PersonId,
  Result,
} from '@journeybook/domain';
import { accept, confirmCompletion, refuse } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { inWords } from '../http/refusal-words.js';
import { Refused } from '../http/refused.js';
import type { Refusal } from '../http/refusals.js';
import { jobsToken } from '../tokens.js';

interface Confirmed {
  readonly identity: LmsIdentityId;
  readonly scorePercent: number | null;
}
type Mapped = Section & { readonly mapping: NonNullable<Section['mapping']> };
type Credited = { readonly outcome: 'credited' | 'already-credited'; readonly minutes: Minutes };
type Answer = ConfirmedCompletions['learners'][number];

@Injectable()
export class ConfirmCompletions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(jobsToken) private readonly jobs: Jobs,
  ) {}

  /**
   * An instructor confirms who completed the course. Each learner is decided by themselves; the credit, the score for the
   * platform's gradebook and the job that delivers it are one transaction, so none is there without the others.
   */
  async confirm(launch: LaunchSessionRow, learners: readonly Confirmed[]): Promise<ConfirmedCompletions> {
    const section = await this.database.read.sections.get(launch.section);
    if (!isMapped(section)) throw new Refused({ kind: 'section-not-mapped' });
    const answers: Answer[] = [];
    for (const learner of learners) {
      const decision = await this.database.transaction(async (tables) => {
        const by = await tables.people.behind(launch.identity, this.clock.now());
        return this.confirmOne(tables, { section, learner, by });
      });
      answers.push(answer(learner.identity, decision));
    }
    return { learners: answers };
  }

  private async confirmOne(
    tables: Tables,
    { section, learner, by }: { section: Mapped; learner: Confirmed; by: PersonId },
  ): Promise<Result<Credited, Refusal>> {
    const { mapping, college } = section;
    if (!(await tables.roster.isLearner(section.id, learner.identity))) return refuse({ kind: 'not-a-learner-here' });
    const person = await tables.roster.linkedPerson(learner.identity);
    if (!person) return refuse({ kind: 'learner-not-matched' });
    const id = await tables.roster.findApprenticeship(college.id, person, mapping.rapidsCode);
    const agreement = id && (await tables.agreements.lock(id));
    if (!agreement) return refuse({ kind: 'not-an-apprentice-here' });
    const { apprenticeship, standard } = agreement;
    const { entry: standing, times } = await tables.record.standingCredit(apprenticeship.id, mapping.course);
    const now = this.clock.now();
    const decision = confirmCompletion(
      {
        section: section.id,
        course: mapping.course,
        scorePercent: learner.scorePercent,
        source: learner.scorePercent === null ? 'instructor-attested' : 'lms-grade',
        confirmedBy: by,
        completedOn: this.clock.today(),
      },
      {
        apprenticeship,
        standard,
        passMarkPercent: mapping.passMarkPercent,
        standing,
        reversedTimes: times,
        now,
        recordEntry: newId(),
      },
    );
    if (!decision.ok) return decision;
    const credited = await credit(tables, apprenticeship.sponsor, decision.value);
    await this.push(tables, { section, learner, minutes: credited.minutes });
    return accept(credited);
  }

  /**
   * Puts the score into the outbox and its delivery into the queue. The very score that is there already stays as it is, and a
   * confirmation without a grade never takes the place of a grade.
   */
  private async push(
    { scores, runSql }: Tables,
    { section, learner, minutes }: { section: Mapped; learner: Confirmed; minutes: Minutes },
  ): Promise<void> {
    const { identity } = learner;
    const graded = learner.scorePercent !== null;
    const scorePercent = learner.scorePercent ?? 100;
    const there = graded
      ? await scores.hasLatest(section.id, identity, scorePercent)
      : await scores.hasAny(section.id, identity);
    if (!section.services.grades || there) return;
    const id = newId();
    const comment = `${minutes / 60} RTI hours credited`;
    await scores.add({ id, section: section.id, identity, scorePercent, graded, comment, decidedAt: this.clock.now() });
    await this.jobs.send('deliver-score', { deliveryId: id }, { within: runSql });
  }
}

/** Puts the credit on the record; what is there already is answered as it stands. */
async function credit({ record }: Tables, sponsor: OrganizationId, confirmed: ConfirmedCompletion): Promise<Credited> {
  if (confirmed.kind === 'credited') {
    await record.append(sponsor, confirmed.credit.apprenticeship, [confirmed.credit]);
    return { outcome: 'credited', minutes: confirmed.credit.minutes };
  }
  const [standing] = await record.findAll([confirmed.entry]);
  if (standing?.kind !== 'rti-hours-credited') throw new Error(`entry ${confirmed.entry} is no RTI credit`);
  return { outcome: 'already-credited', minutes: standing.minutes };
}

const isMapped = (section: Section): section is Mapped => section.mapping !== null;

function answer(identity: LmsIdentityId, decision: Result<Credited, Refusal>): Answer {
  if (decision.ok) return { identity, ...decision.value, reason: null, kind: null };
  const { refusal } = decision;
  return { identity, outcome: 'refused', minutes: null, reason: inWords(refusal), kind: refusal.kind };
}
