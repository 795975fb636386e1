import type { CompetencyCode } from '../brand.js';
import type { MappedCode } from '../record/record-entry.js';
import type { SignOffRequest } from './request-sign-off.js';

/** Where an open request goes; null when its skill is none of the new version, or an older request is about the same one now. */
export interface CarriedRequest {
  readonly id: SignOffRequest['id'];
  readonly competency: CompetencyCode | null;
}

/**
 * What becomes of an apprentice's open requests, the oldest first, when the apprentice moves to another version: each asks for the skill
 * that its own is mapped to, and one skill is asked for once.
 */
export function carryRequests(
  open: readonly Pick<SignOffRequest, 'id' | 'competency'>[],
  mapping: readonly MappedCode[],
): readonly CarriedRequest[] {
  const taken = new Set<string>();
  return open.map(({ id, competency }) => {
    const mapped = mapping.find((one) => one.subject === 'competency' && one.from === competency);
    const to = mapped?.to ?? null;
    if (to === null || taken.has(to)) return { id, competency: null };
    taken.add(to);
    return { id, competency: to as CompetencyCode };
  });
}
