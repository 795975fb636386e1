import type { ConfirmedCompletions } from '@journeybook/contracts';
import type { Section, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type {
  ApprenticeshipId,
  CompletionSource,
  CourseCode,
  CreditMode,
  LmsIdentityId,
  Minutes,
  Result,
} from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { inWords } from '../http/refusal-words.js';
import { Refused } from '../http/refused.js';
import type { Refusal } from '../http/refusals.js';
import type { Credited, MappedSection } from './credit-completions.js';
import { CreditCompletions, isMapped } from './credit-completions.js';
import { PushScores } from './push-scores.js';
import type { Teacher } from './teacher.js';

export interface Confirmed {
  readonly identity: LmsIdentityId;
  readonly apprenticeship: ApprenticeshipId | null;
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
   * otherwise; so is a learner who is another apprentice by now. What has to be there before is done `first`, within the same
   * transaction.
   */
  async confirm(
    teacher: Teacher,
    { course, learners: asked }: ShownCompletions,
    first: (tables: Tables, section: Section) => Promise<void> = () => Promise.resolve(),
  ): Promise<ConfirmedCompletions> {
    // A learner who stands in the request twice is confirmed once, as they were given last.
    const learners = [...new Map(asked.map((one) => [one.identity, one])).values()];
    return this.database.transaction(async (tables) => {
      const section = await tables.sections.lock(teacher.section);
      if (!isMapped(section)) throw new Refused({ kind: 'section-not-mapped' });
      if (!isAsShown(section.mapping, course)) throw new Refused({ kind: 'changed-since-shown' });
      const by = await teacher.person(tables, this.clock.now());
      await first(tables, section);
      const decided = await this.credits.credit(
        tables,
        { section, by },
        learners.map(({ apprenticeship: shown, ...one }) => ({ ...one, shown })),
      );
      const wanted = learners.flatMap(({ identity, scorePercent }) => {
        const decision = decided.get(identity);
        if (!decision?.ok) return [];
        const comment = creditedComment(decision.value.minutes);
        return [{ identity, percent: scorePercent ?? 100, graded: scorePercent !== null, comment }];
      });
      await this.scores.push(tables, section, wanted);
      return { learners: learners.map(({ identity }) => answer(identity, decided.get(identity))) };
    });
  }
}

const isAsShown = ({ rapidsCode, course, creditMode }: MappedSection['mapping'], shown: ShownCompletions['course']) =>
  rapidsCode === shown.rapidsCode && course === shown.code && creditMode === shown.creditMode;

/** What the platform's gradebook says beside the score. */
export const creditedComment = (minutes: Minutes): string => `${hoursText(minutes)} RTI hours credited`;

const hoursText = (minutes: Minutes): string => String(Math.round((minutes / 60) * 100) / 100);

function answer(identity: LmsIdentityId, decision: Result<Credited, Refusal> | undefined): Answer {
  if (!decision) throw new Error(`learner ${identity} was not decided`);
  if (decision.ok) return { identity, ...decision.value, reason: null, kind: null };
  const { refusal } = decision;
  return { identity, outcome: 'refused', minutes: null, entry: null, reason: inWords(refusal), kind: refusal.kind };
}
