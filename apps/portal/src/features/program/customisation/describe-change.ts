import type { CustomChangeView } from '@journeybook/contracts';
import { showHours } from '../../../ui/show-hours.js';

/** One change of an employer in a sentence, by codes: `WP06 is named “Core making”`. */
export function describeChange(change: CustomChangeView): string {
  switch (change.kind) {
    case 'local-process-named':
      return `${change.workProcess} is named “${change.title}”`;
    case 'sector-courses-named':
      return `${change.course} is ${change.parts.map((one) => `${one.code} “${one.title}” (${showHours(one.requiredMinutes)})`).join(', ')}`;
    case 'competency-added':
      return `${change.competency.code} “${change.competency.title}” is added to ${change.competency.workProcess}`;
    case 'competency-reworded':
      return `${change.competency} reads “${change.title}”`;
    case 'competency-set-aside':
      return `${change.competency} is set aside: ${change.reason}`;
  }
}
