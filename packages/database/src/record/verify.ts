import type { DataSource } from 'typeorm';
import { openDataSource } from '../data-source.js';
import { Anchor } from './anchor.js';
import { RecordTotals } from './record-totals.js';
import type { BrokenRecord, Verified } from './verify-records.js';
import { verifyRecords } from './verify-records.js';

export interface VerifyArguments {
  /** Where the heads of the check before are, and are written when everything is whole. */
  readonly anchor: string | null;
  /** Whether totals that differ are counted anew from the entries. */
  readonly rebuildTotals: boolean;
}

export interface VerifyAnswer {
  readonly whole: boolean;
  /** What to print. */
  readonly lines: readonly string[];
}

/** The arguments of the command. Throws in words when they are others. */
export function readVerifyArguments(given: readonly string[]): VerifyArguments {
  const left = [...given];
  const rebuildTotals = left.includes('--rebuild-totals');
  if (rebuildTotals) left.splice(left.indexOf('--rebuild-totals'), 1);
  const [flag, anchor = null, ...others] = left;
  if (flag !== undefined && (flag !== '--anchor' || anchor === null || others.length > 0))
    throw new Error('it takes --anchor file and --rebuild-totals, and nothing else');
  return { anchor, rebuildTotals };
}

/**
 * Verifies all records of a database as its owner: tells the first broken link in words, or that everything is whole. Totals that
 * differ while the entries are whole are counted anew when asked; nothing else is ever written.
 */
export async function verify(url: string, { anchor: file, rebuildTotals }: VerifyArguments): Promise<VerifyAnswer> {
  const source = await openDataSource({ url, poolSize: 2 });
  try {
    const anchor = file === null ? Anchor.none() : await Anchor.read(file);
    const rebuilt: BrokenRecord[] = [];
    const { broken, verified } = await firstBroken(source, anchor, (one) => {
      if (!rebuildTotals || !one.onlyTotals) return false;
      rebuilt.push(one);
      return true;
    });
    for (const one of rebuilt) await rebuild(source, one);
    const repairs = rebuilt.map((one) => `Counted the totals anew: ${inWords(one)}`);
    if (broken) return { whole: false, lines: [...repairs, `Broken: ${inWords(broken)}`] };
    const [missing] = anchor.missing();
    if (missing)
      return { whole: false, lines: [...repairs, `Broken: the record of agreement ${missing} in the anchor is gone`] };
    if (file !== null) await anchor.write(file);
    return {
      whole: true,
      lines: [...repairs, `${verified.entries} entries of ${verified.records} apprentices, whole`],
    };
  } finally {
    await source.destroy();
  }
}

/** The first broken record that is not passed over; all within one snapshot. */
async function firstBroken(source: DataSource, anchor: Anchor, passOver: (broken: BrokenRecord) => boolean) {
  return source.transaction(
    'REPEATABLE READ',
    async (manager): Promise<{ broken: BrokenRecord | null; verified: Verified }> => {
      await manager.query('set transaction read only');
      const walk = verifyRecords(manager, anchor);
      for (;;) {
        const { done, value } = await walk.next();
        if (done) return { broken: null, verified: value };
        if (!passOver(value)) return { broken: value, verified: { entries: 0, records: 0 } };
      }
    },
  );
}

const rebuild = (source: DataSource, { apprenticeship, sponsor }: BrokenRecord): Promise<void> =>
  source.transaction(async (manager) => {
    await manager.query('select from record_heads where apprenticeship_id = $1 for update', [apprenticeship]);
    await new RecordTotals(manager).bring([], new Map([[apprenticeship, sponsor]]));
  });

/** E.g. "Ada Lopez (agreement …), entry 12 says something else than what was hashed". */
const inWords = ({ apprentice, apprenticeship, sequence, says }: BrokenRecord): string =>
  `${apprentice} (agreement ${apprenticeship}), ${sequence === null ? '' : `entry ${sequence} `}${says}`;
