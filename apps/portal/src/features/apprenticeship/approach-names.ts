import type { AgreementView } from '@journeybook/contracts';

/** How an apprentice advances, in a word. */
export const approachNames = {
  time: 'Time-based',
  competency: 'Competency-based',
  hybrid: 'Hybrid',
} as const satisfies Record<AgreementView['approach'], string>;
