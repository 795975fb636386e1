import type { ConfirmedCompletions } from '@journeybook/contracts';
import type { Section, Tables } from '@journeybook/database';
import { asKept, Database } from '@journeybook/database';
import type {
  ApprenticeshipId,
  CompletionSource,
  CourseCode,
  CreditMode,
  LmsIdentityId,
  Minutes,
  Result,
} from '@journeybook/domain';
import { refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { inWords } from '../http/refusal-words.js';
import { Refused } from '../http/refused.js';
import type { Refusal } from '../http/refusals.js';
import type { Credited, MappedSection } from './credit-completions.js';
import { CreditCompletions, isMapped } from './credit-completions.js';
import { shownPercent } from './present-section.js';
import { PushScores } from './push-scores.js';
import type { Teacher } from './teacher.js';

export interface Confirmed {
  readonly identity: LmsIdentityId;
  readonly apprenticeship: ApprenticeshipId | null;
  /** The newest grade as it was shown; null for none. */
  readonly shownPercent: number | null;
  readonly scorePercent: number | null;
  readonly attendedMinutes: Minutes | null;
  readonly source: CompletionSource;
}
/** What was on the screen: which course this is, how it credits, and who completed it. */
export interface ShownCompletions {
  readonly course: { readonly rapidsCode: string; readonly code: CourseCode; readonly creditMode: CreditMode };
  readonly learners: readonly Confirmed[];
}
type Answer = ConfirmedCompletions['learners'][number];
type Grades = ReadonlyMap<LmsIdentityId, number | null>;

/** What differs between sections with a learning platform and those without. */
export interface Evidence {
  /** The newest grades as the page would show them now. */
  readonly shown: (tables: Tables, section: Section, learners: readonly Confirmed[]) => Promise<Grades>;
  /** What is kept of learners before they are decided. */
  readonly keep: (tables: Tables, section: Section, learners: readonly Confirmed[]) => Promise<void>;
}

const readFromPlatform: Evidence = {
  shown: async (tables, { id, mapping }, learners) => {
    const rows = await tables.learners.gradesOf(
      id,
      learners.map(({ identity }) => identity),
    );
    return new Map(rows.map((row) => [row.identity, shownPercent(row, mapping)]));
  },
  keep: () => Promise.resolve(),
};

@Injectable()
export class ConfirmCompletions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly credits: CreditCompletions,
    private readonly scores: PushScores,
  ) {}

  /**
   * An instructor confirms who completed the course. Each learner is decided by themselves; the credits, the scores for the
   * platform's gradebook and the jobs that deliver them are one transaction, so none is there without the others, and its
   * statements do not grow with the learners. `changed-since-shown` when the section is another course by now, or credits
   * otherwise; so is a learner who is another apprentice by now, or has another grade: of that learner nothing is kept.
   */
  async confirm(
    teacher: Teacher,
    { course, learners: asked }: ShownCompletions,
    evidence: Evidence = readFromPlatform,
  ): Promise<ConfirmedCompletions> {
    // A learner who stands in the request twice is confirmed once, as they were given last.
    const learners = [...new Map(asked.map((one) => [one.identity, one])).values()];
    return this.database.transaction(async (tables) => {
      const section = await tables.sections.lock(teacher.section);
      if (!isMapped(section)) throw new Refused({ kind: 'section-not-mapped' });
      if (!isAsShown(section.mapping, course)) throw new Refused({ kind: 'changed-since-shown' });
      const by = await teacher.person(tables, this.clock.now());
      const grades = await evidence.shown(tables, section, learners);
      const asShown = new Set(learners.filter((one) => isGradeAsShown(one, grades)));
      await evidence.keep(tables, section, [...asShown]);
      const decided = await this.credits.credit(
        tables,
        { section, by },
        [...asShown].map(({ apprenticeship: shown, ...one }) => ({ ...one, shown })),
      );
      const wanted = learners.flatMap(({ identity, scorePercent }) => {
        const decision = decided.get(identity);
        if (!decision?.ok) return [];
        const comment = creditedComment(decision.value.minutes);
        return [{ identity, percent: scorePercent ?? 100, graded: scorePercent !== null, comment }];
      });
      await this.scores.push(tables, section, wanted);
      const decisionOf = (one: Confirmed) =>
        asShown.has(one) ? decided.get(one.identity) : refuse({ kind: 'changed-since-shown' } as const);
      return { learners: learners.map((one) => answer(one.identity, decisionOf(one))) };
    });
  }
}

const isAsShown = ({ rapidsCode, course, creditMode }: MappedSection['mapping'], shown: ShownCompletions['course']) =>
  rapidsCode === shown.rapidsCode && course === shown.code && creditMode === shown.creditMode;

/** Whether the newest grade is the one that was shown, or the very one that is confirmed, as where the same is asked twice. */
function isGradeAsShown({ identity, shownPercent: shown, scorePercent }: Confirmed, grades: Grades): boolean {
  const newest = grades.get(identity);
  const confirmed = scorePercent === null ? null : asKept(scorePercent);
  return newest === undefined || newest === shown || newest === confirmed;
}

/** What the platform's gradebook says beside the score. */
export const creditedComment = (minutes: Minutes): string => `${hoursText(minutes)} RTI hours credited`;

const hoursText = (minutes: Minutes): string => String(Math.round((minutes / 60) * 100) / 100);

function answer(identity: LmsIdentityId, decision: Result<Credited, Refusal> | undefined): Answer {
  if (!decision) throw new Error(`learner ${identity} was not decided`);
  if (decision.ok) return { identity, ...decision.value, reason: null, kind: null };
  const { refusal } = decision;
  return { identity, outcome: 'refused', minutes: null, entry: null, reason: inWords(refusal), kind: refusal.kind };
}
