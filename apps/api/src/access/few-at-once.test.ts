import { describe, expect, test } from 'vitest';
import { FewAtOnce } from './few-at-once.js';

/** Work that lasts until it is ended, and how much of it goes on at once. */
function workshop() {
  const going: (() => void)[] = [];
  let most = 0;
  const work = () =>
    new Promise<void>((resolve) => {
      going.push(resolve);
      most = Math.max(most, going.length);
    });
  const endOne = async () => {
    going.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { work, endOne, going: () => going.length, most: () => most };
}

describe('what costs much', () => {
  test('is done for so many at once, in the order they came', async () => {
    const { work, endOne, going, most } = workshop();
    const fewAtOnce = new FewAtOnce({ atOnce: 2, waiting: 10 });
    const done: number[] = [];
    const all = [0, 1, 2, 3, 4].map((index) => fewAtOnce.take(work).then(() => done.push(index)));
    for (let left = 5; left > 0; left -= 1) {
      expect(going()).toBe(Math.min(2, left));
      await endOne();
    }
    await Promise.all(all);
    expect([most(), done]).toEqual([2, [0, 1, 2, 3, 4]]);
  });

  test('is refused to whoever comes when too many wait, and done again once they are served', async () => {
    const { work, endOne } = workshop();
    const fewAtOnce = new FewAtOnce({ atOnce: 1, waiting: 1 });
    const [first, second] = [fewAtOnce.take(work), fewAtOnce.take(work)];
    await expect(fewAtOnce.take(work)).rejects.toMatchObject({ refusal: { kind: 'too-busy' } });
    await endOne();
    await endOne();
    await Promise.all([first, second]);
    const again = fewAtOnce.take(work);
    await endOne();
    await again;
  });

  test('that fails makes room for the next', async () => {
    const fewAtOnce = new FewAtOnce({ atOnce: 1, waiting: 1 });
    await expect(fewAtOnce.take(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
    expect(await fewAtOnce.take(async () => 'done')).toBe('done');
  });
});
