import type { CompletionView } from '@journeybook/contracts';
import { countOf } from '../../ui/show-dates.js';

/** What keeps the sponsor from awarding, a sentence each; nothing when it can be done. */
export function whatKeeps({ requirements, attestation, employer }: CompletionView): readonly string[] {
  const unmet = requirements.filter((one) => !one.met).length;
  const unseen = requirements.filter((one) => one.review === null).length;
  const questioned = requirements.filter((one) => one.review?.verdict === 'questioned').length;
  return [
    ...(unmet > 0 ? [`${countOf(unmet, 'requirement')} not met.`] : []),
    ...(attestation ? [] : [`${employer.name} has not attested mastery.`]),
    ...(unseen > 0 ? [`${countOf(unseen, 'requirement')} not reviewed.`] : []),
    ...(questioned > 0 ? [`${countOf(questioned, 'requirement')} questioned: return the materials, or accept.`] : []),
  ];
}
