import type { MergedRecord } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { isOnRecord, type Opened, readOpened, writeOpened } from './opened.js';

describe('what is opened over a record, in the address', () => {
  test.each<[string, Opened]>([
    ['all', { view: 'entries', subject: null, code: null }],
    ['work-process', { view: 'entries', subject: 'work-process', code: null }],
    ['work-process:WP01', { view: 'entries', subject: 'work-process', code: 'WP01' }],
    ['course:RTI:9', { view: 'entries', subject: 'course', code: 'RTI:9' }],
    ['waiting', { view: 'waiting', code: null }],
    ['waiting:WP02', { view: 'waiting', code: 'WP02' }],
  ])('writes and reads %s', (text, opened) => {
    expect(writeOpened(opened)).toBe(text);
    expect(readOpened(text)).toEqual(opened);
  });

  test.each([[undefined], [''], ['nonsense']])('opens nothing for %s', (text) => {
    expect(readOpened(text)).toBeNull();
  });
});

describe('what the address names', () => {
  const record = {
    processes: [{ code: 'WP01', competencies: [{ code: 'WP01.1' }] }],
    courses: [{ code: 'RTI09' }],
  } as unknown as MergedRecord;
  const names = (text: string) => {
    const opened = readOpened(text);
    return opened !== null && isOnRecord(record, opened);
  };

  test.each(['all', 'course', 'waiting', 'work-process:WP01', 'waiting:WP01', 'course:RTI09', 'competency:WP01.1'])(
    'is on the record: %s',
    (text) => expect(names(text)).toBe(true),
  );

  test.each(['work-process:WP99', 'waiting:WP99', 'course:WP01', 'competency:WP01'])('is not on it: %s', (text) =>
    expect(names(text)).toBe(false),
  );
});
