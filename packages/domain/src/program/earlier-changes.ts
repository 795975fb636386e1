import type { CustomChange, Customisation } from './customisation.js';
import { changeFault } from './customise.js';
import type { Standard } from './standard.js';

/**
 * The changes that an employer made in the version before and can make again in this one: of several about one thing the last, and none
 * about what is decided here already. One that builds on another is offered once that one is made.
 */
export function earlierChanges(
  before: readonly CustomChange[],
  customisation: Customisation,
  program: Standard,
): readonly CustomChange[] {
  const decided = new Set(customisation.changes.map(aboutOf));
  const last = new Map(before.map((change) => [aboutOf(change), change]));
  return [...last.values()].filter(
    (change) => !decided.has(aboutOf(change)) && changeFault(change, customisation, program) === null,
  );
}

/** What a change is about: its kind and the code of its item. */
function aboutOf(change: CustomChange): string {
  switch (change.kind) {
    case 'local-process-named':
      return `${change.kind} ${change.workProcess}`;
    case 'sector-courses-named':
      return `${change.kind} ${change.course}`;
    case 'competency-added':
      return `${change.kind} ${change.competency.code}`;
    case 'competency-reworded':
    case 'competency-set-aside':
      return `${change.kind} ${change.competency}`;
  }
}
