import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Answer } from './answer-question.js';
import type { QuestionField } from './questions.js';
import { questionOf } from './questions.js';

/** Fewer people than this are never told by a number. */
export const leastCounted = 5;

/** How many gave an answer; null where fewer than five did, or where the number would tell how many fewer. */
export interface AnswerCount {
  readonly value: string;
  readonly people: number | null;
}

/** Values that are no answer of a question: several races at once, and nothing said. */
export const severalRaces = 'several';
export const unanswered = 'unanswered';

/**
 * Counts the answers to a question over all people asked, for the analysis of 29 CFR 30.5 and 30.7. Everybody is in exactly one group. A
 * group of fewer than five is hidden; so is another, the smallest first, until the hidden ones together are at least five people: what is
 * hidden cannot be worked out by subtraction, and a question everybody answered alike tells nothing about anybody.
 */
export function countAnswers(field: QuestionField, answers: readonly (Answer | null)[]): readonly AnswerCount[] {
  const groups = Map.groupBy(answers, groupOf);
  const question = questionOf(field);
  const values = question.answers.map((answer) => answer.value);
  const all = [...values, ...(question.multiple ? [severalRaces] : []), unanswered];
  const counts = all.map((value) => ({ value, people: groups.get(value)?.length ?? 0 }));
  const hidden = hiddenAmong(counts);
  return counts.map(({ value, people }) => ({ value, people: hidden.has(value) ? null : people }));
}

const groupOf = (answer: Answer | null): string => {
  const [value, ...others] = answer?.values ?? [];
  if (value === undefined) return unanswered;
  return others.length > 0 ? severalRaces : value;
};

function hiddenAmong(counts: readonly { readonly value: string; readonly people: number }[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  let together = 0;
  for (const { value, people } of counts.toSorted((a, b) => a.people - b.people)) {
    if (people >= leastCounted && together >= leastCounted) break;
    hidden.add(value);
    together += people;
  }
  return hidden;
}

export type OpenCountsRefusal = { readonly kind: 'not-their-program' };

/** Decides who sees counts of a sponsor's apprentices: its administrators and nobody else. */
export const openCounts = (actor: PersonActor, sponsor: OrganizationId): Result<OrganizationId, OpenCountsRefusal> =>
  holds(actor, 'sponsor-admin', sponsor) ? accept(sponsor) : refuse({ kind: 'not-their-program' });
