import { ProblemError } from '@journeybook/contracts';
import type { CalendarDate } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { lineErrors, workErrors } from './work-errors.js';

const day = (text: string) => text as CalendarDate;
const line = (from: string, to: string, minutes = 240) => ({ from, to, minutes, practised: [] });
const lines = [line('06:00', '10:00'), line('', '', 60), line('10:00', '14:00')];
const refused = (kind: string, facts: Record<string, unknown>, errors: { field: string; message: string }[] = []) =>
  new ProblemError({ type: 'about:blank', title: kind, status: 422, kind, detail: 'No.', facts, errors });
const all = (error: unknown, given = lines, workedOn = day('2026-11-20')) =>
  given.map((_line, index) => lineErrors(error, given, workedOn, index));

describe('a refusal about times', () => {
  test('stands at the line that overlaps what was logged before', () => {
    const before = { workedOn: '2026-11-20', times: { startMinute: 720, endMinute: 900 } };
    expect(all(refused('overlapping-times', { with: before }))).toEqual([
      {},
      {},
      { times: 'Overlaps 12:00–15:00 on 20 Nov 2026' },
    ]);
  });

  test('stands at the line that a night shift of the day before reaches into', () => {
    const night = { workedOn: '2026-11-19', times: { startMinute: 1320, endMinute: 1830 } };
    expect(all(refused('overlapping-times', { with: night }))[0]).toEqual({
      times: 'Overlaps 22:00–06:30 next day on 19 Nov 2026',
    });
  });

  test('stands at the later of two lines that overlap each other', () => {
    const two = [line('06:00', '10:00'), line('09:00', '12:00')];
    const first = { workedOn: '2026-11-20', times: { startMinute: 360, endMinute: 600 } };
    expect(all(refused('overlapping-times', { with: first }), two)).toEqual([
      {},
      { times: 'Overlaps 06:00–10:00 on 20 Nov 2026' },
    ]);
  });

  test('stands at the line that says more minutes than its times have', () => {
    const given = [line('06:00', '10:00', 240), line('10:00', '14:00', 300)];
    expect(all(refused('minutes-exceed-times', { minutesBetween: 240 }), given)).toEqual([
      {},
      { minutes: 'More than the 4 h between start and end' },
    ]);
  });

  test('stands where the server names the field', () => {
    const error = refused('invalid-request', {}, [
      { field: 'lines.1.minutes', message: 'too many' },
      { field: 'lines.2.times.startMinute', message: 'must be whole minutes' },
      { field: 'lines.2.practised', message: 'name at most 20 skills' },
    ]);
    expect(all(error)).toEqual([
      {},
      { minutes: 'too many' },
      { times: 'must be whole minutes', practised: 'name at most 20 skills' },
    ]);
  });

  test('stands nowhere when it is about something else', () => {
    expect(all(refused('future-date', {}))).toEqual([{}, {}, {}]);
    expect(all(new Error('no answer'))).toEqual([{}, {}, {}]);
  });

  test('stands at the one entry that is corrected', () => {
    const error = refused('overlapping-times', {
      with: { workedOn: '2026-11-20', times: { startMinute: 360, endMinute: 480 } },
    });
    expect(workErrors(error, line('07:00', '09:00'), day('2026-11-20')).times).toMatch(/^Overlaps 06:00–08:00/);
  });
});
