import type { CompetencyCode } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { detailsOf, detailsToSend, noDetails, wrongTimes } from './work-details.js';

const skill = 'WP01.1' as CompetencyCode;

describe('what is said of work besides its minutes', () => {
  test('is not sent when nothing was said', () => {
    expect(detailsToSend(noDetails)).toEqual({});
  });

  test('is sent as it was said, and comes back the same', () => {
    const said = { from: '22:00', to: '06:30', practised: [skill] };
    const sent = detailsToSend(said);
    expect(sent).toEqual({ times: { startMinute: 1320, endMinute: 1830 }, practised: [skill] });
    expect(detailsOf({ times: sent.times ?? null, practised: sent.practised ?? [] })).toEqual(said);
  });

  test.each([
    ['', '', 480, ''],
    ['06:00', '', 480, 'Enter start and end, or neither.'],
    ['06:00', '06:00', 480, 'Start and end are the same.'],
    ['06:00', '13:00', 480, 'More than the 7 h between start and end.'],
    ['06:00', '14:30', 480, ''],
  ])('holds from "%s" to "%s" for %i minutes: "%s"', (from, to, minutes, wrong) => {
    expect(wrongTimes({ from, to, practised: [], minutes })).toBe(wrong);
  });
});
