import type { RecordEntryId } from '../brand.js';
import type { CompetencyDemonstrated } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept } from '../result.js';
import type { Instant } from '../units.js';
import type { CompetencyAct, CompetencyActRefusal, CompetencyFacts } from './act-on-competency.js';
import { mayActOnCompetency } from './act-on-competency.js';

/** Records that a mentor showed the work to the apprentice; a comment may stay empty. Refusals as `mayActOnCompetency`. */
export function demonstrateCompetency(
  demonstration: CompetencyAct & { readonly comment: string },
  facts: CompetencyFacts & { readonly now: Instant; readonly recordEntry: RecordEntryId },
): Result<CompetencyDemonstrated, CompetencyActRefusal> {
  const act = mayActOnCompetency(demonstration, facts);
  if (!act.ok) return act;
  const { competency, by, on } = demonstration;
  return accept({
    kind: 'competency-demonstrated' as const,
    id: facts.recordEntry,
    apprenticeship: facts.apprenticeship.id,
    source: `demonstration/${facts.recordEntry}`,
    standard: facts.standard.id,
    occurredOn: on,
    recordedAt: facts.now,
    answeredBy: by,
    competency,
    comment: demonstration.comment.trim(),
  });
}
