import type { MergedRecord, RecordEntryView } from '@journeybook/contracts';
import { sayLevel } from '../../ui/skill-standing.js';
import { showHours } from '../../ui/show-hours.js';

type Levels = MergedRecord['levels'];

const hours = ({ minutes }: RecordEntryView) => showHours(minutes ?? 0);
const level = ({ level }: RecordEntryView, levels: Levels) => (level === null ? null : sayLevel(level, levels));
const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());

/** What the record itself says of it: an employer, a wage, a status; the words given where it says nothing. */
function said(otherwise: string) {
  return ({ origin }: RecordEntryView): string => origin || otherwise;
}

const sentences = {
  'ojt-hours-credited': hours,
  'rti-hours-credited': hours,
  'competency-attested': (entry, levels) => capital(level(entry, levels) ?? 'signed off'),
  'advanced-standing-granted': (entry, levels) =>
    `${entry.minutes === null ? capital(level(entry, levels) ?? 'skill') : hours(entry)} · advanced standing`,
  'status-changed': said('The status of the apprenticeship changed'),
  'entry-reversed': (entry) =>
    entry.minutes === null ? 'Taken out of the record' : showHours(-Math.abs(entry.minutes)),
  'competency-demonstrated': () => 'The work was demonstrated',
  'competency-observed': (entry, levels) => `Observed at ${level(entry, levels) ?? 'no level'}`,
  'variance-approved': (entry) =>
    entry.minutes === null
      ? entry.origin || 'Hours above the maximum may count'
      : `Up to ${hours(entry)} above the maximum may count`,
  'employer-changed': said('Works for another employer of the program'),
  'wage-step-given': said('A wage step is paid'),
  'credential-earned': (entry) =>
    entry.origin === '' ? 'A completion credential is earned' : `Credential earned: ${entry.origin}`,
  'standard-changed': () => 'Goes on under another version of the program',
  'mastery-attested': () => 'The employer attests that the occupation is mastered',
  'completion-returned': () => 'What was handed in for completion is returned to the employer',
  'completion-awarded': () => 'Completion awarded',
} as const satisfies Record<RecordEntryView['kind'], (entry: RecordEntryView, levels: Levels) => string>;

/** An entry in words for a plant supervisor: its hours, its level, or what happened. Who answers for it stands beside it. */
export const describeEntry = (entry: RecordEntryView, levels: Levels): string => sentences[entry.kind](entry, levels);

const verbs = {
  'ojt-hours-credited': 'approved by',
  'rti-hours-credited': 'confirmed by',
  'competency-attested': 'signed off by',
  'advanced-standing-granted': 'granted by',
  'status-changed': 'by',
  'entry-reversed': 'taken back by',
  'competency-demonstrated': 'demonstrated by',
  'competency-observed': 'observed by',
  'variance-approved': 'approved by',
  'employer-changed': 'by',
  'wage-step-given': 'recorded by',
  'credential-earned': 'seen by',
  'standard-changed': 'by',
  'mastery-attested': 'attested by',
  'completion-returned': 'returned by',
  'completion-awarded': 'awarded by',
} as const satisfies Record<RecordEntryView['kind'], string>;

/** What whoever answers for an entry did: `approved by`. */
export const verbOf = (entry: RecordEntryView): string => verbs[entry.kind];

// A mentor's acts say in their verb where they came from, a reversal in what it reverses.
const knownByVerb: ReadonlySet<RecordEntryView['kind']> = new Set([
  'competency-attested',
  'competency-demonstrated',
  'competency-observed',
  'entry-reversed',
]);

/** Where an entry came from, where its sentence and its verb have not said so already: an employer, a class and a grade. */
export function sourceOf(entry: RecordEntryView, sentence: string): string {
  const told = knownByVerb.has(entry.kind) || sentence.toLowerCase().includes(entry.origin.toLowerCase());
  return told ? '' : entry.origin;
}
