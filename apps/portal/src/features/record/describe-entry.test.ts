import type { RecordEntryView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { describeEntry, sourceOf, verbOf } from './describe-entry.js';

const levels = [
  { level: 2, name: 'Performs with help' },
  { level: 3, name: 'Performs independently' },
];
type Said = [part: { minutes?: number | null; level?: number | null }, words: string, verb: string];
const said: { [Kind in RecordEntryView['kind']]: Said } = {
  'ojt-hours-credited': [{ minutes: 450 }, '7 h 30', 'approved by'],
  'rti-hours-credited': [{ minutes: 960 }, '16 h', 'confirmed by'],
  'competency-attested': [{ level: 3 }, 'Level 3, Performs independently', 'signed off by'],
  'advanced-standing-granted': [{ minutes: 7_200 }, '120 h · advanced standing', 'granted by'],
  'status-changed': [{}, 'The status of the apprenticeship changed', 'by'],
  'entry-reversed': [{ minutes: -120 }, '−2 h', 'taken back by'],
  'competency-demonstrated': [{}, 'The work was demonstrated', 'demonstrated by'],
  'competency-observed': [{ level: 2 }, 'Observed at level 2, Performs with help', 'observed by'],
  'variance-approved': [{ minutes: 720 }, 'Up to 12 h above the maximum may count', 'approved by'],
  'employer-changed': [{}, 'Works for another employer of the program', 'by'],
  'wage-step-given': [{}, 'A wage step is paid', 'recorded by'],
  'credential-earned': [{}, 'A completion credential is earned', 'seen by'],
  'standard-changed': [{}, 'Goes on under another version of the program', 'by'],
  'mastery-attested': [{}, 'The employer attests that the occupation is mastered', 'attested by'],
  'completion-returned': [{}, 'What was handed in for completion is returned to the employer', 'returned by'],
  'completion-awarded': [{}, 'Completion awarded', 'awarded by'],
};
const entry = (kind: string, part: object) =>
  ({ kind, minutes: null, level: null, origin: '', ...part }) as RecordEntryView;

describe('an entry of the record', () => {
  test.each(Object.entries(said))('is said in words: %s', (kind, [part, words, verb]) => {
    expect(describeEntry(entry(kind, part), levels)).toBe(words);
    expect(verbOf(entry(kind, part))).toBe(verb);
  });

  test('says of a skill granted as advanced standing its level', () => {
    const granted = entry('advanced-standing-granted', { level: 3 });
    expect(describeEntry(granted, levels)).toBe('Level 3, Performs independently · advanced standing');
  });

  test('says of a reversal without hours that it is one', () => {
    expect(describeEntry(entry('entry-reversed', {}), levels)).toBe('Taken out of the record');
  });

  test.each([
    ['status-changed', 'Status: active', 'Status: active'],
    ['employer-changed', 'Works for Northfield Castings from this day', 'Works for Northfield Castings from this day'],
    ['wage-step-given', 'Wage step 2, $18.50 an hour', 'Wage step 2, $18.50 an hour'],
    ['credential-earned', 'OSHA-10, card 4711', 'Credential earned: OSHA-10, card 4711'],
    ['variance-approved', '12 h above the maximum may count', '12 h above the maximum may count'],
  ])('says what the record says of it: %s', (kind, origin, words) => {
    const told = entry(kind, { origin });
    expect(describeEntry(told, levels)).toBe(words);
    expect(sourceOf(told, words)).toBe('');
  });

  test.each([
    ['ojt-hours-credited', 'Northfield Castings', 'Northfield Castings'],
    ['rti-hours-credited', 'Blueprint Reading, Lakeside College, 91 %', 'Blueprint Reading, Lakeside College, 91 %'],
    ['mastery-attested', 'Northfield Castings', 'Northfield Castings'],
    ['advanced-standing-granted', 'Advanced standing', ''],
    ['competency-observed', 'Observed by a mentor', ''],
    ['entry-reversed', 'Reversal', ''],
  ])('says beside it where it came from, once: %s', (kind, origin, words) => {
    const given = entry(kind, { origin });
    expect(sourceOf(given, describeEntry(given, levels))).toBe(words);
  });
});
