import type { HoursEntryView } from '@journeybook/contracts';
import type { BadgeTone } from '../../ui/badge.js';
import { showInstantDate } from '../../ui/show-dates.js';

type Words = { readonly tone: BadgeTone; readonly say: (entry: HoursEntryView, waitsFor: string) => string };

const decided = (entry: HoursEntryView) =>
  [entry.decidedBy && ` by ${entry.decidedBy.name}`, entry.decidedAt && `, ${showInstantDate(entry.decidedAt)}`].join(
    '',
  );

/** The state of an entry in words, with who answered for it. */
export const stateWords = {
  draft: { tone: 'plain', say: () => 'draft, not sent' },
  submitted: { tone: 'wait', say: (_entry, waitsFor) => `waits for ${waitsFor}` },
  approved: { tone: 'ok', say: (entry) => `approved${decided(entry)}` },
  returned: { tone: 'stop', say: (entry) => `sent back${decided(entry)}` },
} as const satisfies Record<HoursEntryView['status'], Words>;
