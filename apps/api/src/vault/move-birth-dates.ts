import type { Database } from '@journeybook/database';
import type { Clock } from '../clock.js';
import type { AnswerVault } from './answer-vault.js';

const rowsAtOnce = 200;

/**
 * Moves birth dates of before there was a vault into it. A date is taken away in the same transaction that waits until it is sealed: when
 * that fails it stays where it was. One that is in the vault already is the person's own, and stays.
 */
export async function moveBirthDates(
  database: Database,
  { vault, clock }: { readonly vault: AnswerVault; readonly clock: Clock },
): Promise<number> {
  for (let moved = 0; ; ) {
    const rows = await database.transaction(async (tables) => {
      const taken = await tables.birthDates.take(rowsAtOnce);
      for (const { person, bornOn } of taken) {
        if ((await vault.readOwn(person)).has('birth-date')) continue;
        const answer = { values: [bornOn], form: 'ETA 671', answeredOn: clock.today() };
        await vault.save(person, 'birth-date', { answer, at: clock.now() });
      }
      return taken.length;
    });
    moved += rows;
    if (rows === 0) return moved;
  }
}
