import type { Agreement, CourseStanding, Section, Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type {
  ApprenticeshipId,
  CompletionSource,
  LmsIdentityId,
  Minutes,
  PersonId,
  RecordEntryId,
  Result,
  RtiHoursCredited,
} from '@journeybook/domain';
import { accept, confirmCompletion, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Refusal } from '../http/refusals.js';

export type MappedSection = Section & { readonly mapping: NonNullable<Section['mapping']> };
export const isMapped = (section: Section): section is MappedSection => section.mapping !== null;

/** A learner whose completion is confirmed. */
export interface ToCredit {
  readonly identity: LmsIdentityId;
  /** Percent; null when it is confirmed without a grade. */
  readonly scorePercent: number | null;
  readonly attendedMinutes: Minutes | null;
  readonly source: CompletionSource;
  /** The agreement that was shown to who confirms, null for none; left out where nobody looks. */
  readonly shown?: ApprenticeshipId | null;
}

export interface Credited {
  readonly outcome: 'credited' | 'already-credited';
  readonly minutes: Minutes;
  readonly entry: RecordEntryId;
}

interface Known {
  readonly agreements: ReadonlyMap<ApprenticeshipId, Agreement>;
  /** What stands and was reversed of the course; brought along while the batch is decided. */
  readonly standing: Map<ApprenticeshipId, CourseStanding>;
}

/** Who confirms, and where. */
export interface Confirmer {
  readonly section: MappedSection;
  readonly by: PersonId;
}

@Injectable()
export class CreditCompletions {
  constructor(private readonly clock: Clock) {}

  /**
   * Credits learners of a section within the caller's transaction. Each is decided by themselves, all in a number of statements
   * that does not grow with them; their agreements are held, so that two at once are one credit.
   */
  async credit(
    tables: Tables,
    confirmer: Confirmer,
    learners: readonly ToCredit[],
  ): Promise<ReadonlyMap<LmsIdentityId, Result<Credited, Refusal>>> {
    const { id, college, mapping } = confirmer.section;
    const asShown = learners.map(({ identity, shown = null }) => ({ identity, shown }));
    const asked = { id, college: college.id, rapidsCode: mapping.rapidsCode };
    const facts = new Map((await tables.learners.factsOf(asked, asShown)).map((one) => [one.identity, one]));
    const ids = [...facts.values()].flatMap(({ apprenticeship }) => (apprenticeship ? [apprenticeship] : []));
    const agreements = await tables.agreements.lockAll(ids);
    const known = { agreements, standing: await tables.record.standingCredits(ids, mapping.course) };
    const credits: RtiHoursCredited[] = [];
    const answers = new Map<LmsIdentityId, Result<Credited, Refusal>>();
    for (const learner of learners) {
      const of = facts.get(learner.identity);
      if (!of?.isLearner) answers.set(learner.identity, refuse({ kind: 'not-a-learner-here' }));
      else if (!of.person) answers.set(learner.identity, refuse({ kind: 'learner-not-matched' }));
      else if (learner.shown !== undefined && of.apprenticeship && !of.asShown)
        answers.set(learner.identity, refuse({ kind: 'changed-since-shown' }));
      else answers.set(learner.identity, this.decide(confirmer, { learner, of: of.apprenticeship, known }, credits));
    }
    const sponsorOf = (credit: RtiHoursCredited) => sponsorIn(agreements, credit.apprenticeship);
    await tables.record.appendAll(credits.map((entry) => ({ sponsor: sponsorOf(entry), entry })));
    return answers;
  }

  private decide(
    { section, by }: Confirmer,
    { learner, of, known }: { learner: ToCredit; of: ApprenticeshipId | null; known: Known },
    credits: RtiHoursCredited[],
  ): Result<Credited, Refusal> {
    const agreement = of && known.agreements.get(of);
    if (!agreement) return refuse({ kind: 'not-an-apprentice-here' });
    const { mapping } = section;
    const { apprenticeship, standard } = agreement;
    const { entry: standing, times } = known.standing.get(apprenticeship.id) ?? { entry: null, times: 0 };
    const { scorePercent, attendedMinutes, source } = learner;
    const decision = confirmCompletion(
      {
        section: section.id,
        course: mapping.course,
        scorePercent,
        attendedMinutes,
        source,
        confirmedBy: by,
        completedOn: this.clock.today(),
      },
      {
        apprenticeship,
        standard,
        passMarkPercent: mapping.passMarkPercent,
        creditMode: mapping.creditMode,
        standing,
        reversedTimes: times,
        now: this.clock.now(),
        recordEntry: newId(),
      },
    );
    if (!decision.ok) return decision;
    if (decision.value.kind === 'already-credited') {
      if (!standing) throw new Error('a credit stands that was not found');
      return accept({ outcome: 'already-credited', minutes: standing.minutes, entry: standing.id });
    }
    const { credit } = decision.value;
    credits.push(credit);
    const { id: entry, minutes } = credit;
    known.standing.set(apprenticeship.id, { entry: { id: entry, minutes }, times: times + 1 });
    return accept({ outcome: 'credited', minutes, entry });
  }
}

/** Whose an agreement that is held is. */
export function sponsorIn(agreements: ReadonlyMap<ApprenticeshipId, Agreement>, id: ApprenticeshipId) {
  const agreement = agreements.get(id);
  if (!agreement) throw new Error(`agreement ${id} is not held`);
  return agreement.apprenticeship.sponsor;
}
