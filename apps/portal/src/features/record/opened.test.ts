import { describe, expect, test } from 'vitest';
import { type Opened, readOpened, writeOpened } from './opened.js';

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
