import { expect, test } from 'vitest';
import { SettableClock } from '../testing/settable-clock.js';
import { Attempts } from './attempts.js';

const limit = { most: 2, minutes: 60 };

test('so many attempts may be made in so many minutes, of each thing', () => {
  const clock = SettableClock.at();
  const attempts = new Attempts(clock);
  const take = (key = 'a') => attempts.take(key, limit);
  expect([take(), take(), take(), take('b')]).toEqual([true, true, false, true]);
  clock.pass(59.99);
  expect(take()).toBe(false);
  clock.pass(0.01);
  expect([take(), take(), take()]).toEqual([true, true, false]);
});

test('one that was right does not count', () => {
  const attempts = new Attempts(SettableClock.at());
  for (let time = 0; time < 5; time += 1) {
    expect(attempts.take('a', limit)).toBe(true);
    attempts.giveBack('a');
  }
});
