import { createHash } from 'node:crypto';
import type { RecordEntry } from '@journeybook/domain';
import { chainStart, chainText } from '@journeybook/domain';
import type { RecordEntryRow } from './record-entry.entity.js';
import { toRecordEntry, toRecordRow } from './record-row.js';

/** What is first found wrong with a record: at which entry (null: with the record as a whole), in words. */
export interface Broken {
  readonly sequence: number | null;
  readonly says: string;
}

/** The end of the record as it is kept beside the entries. */
export interface KeptHead {
  readonly sequence: number;
  readonly hash: string;
}

export const hashOf = (previousHash: string, sequence: number, entry: RecordEntry): string =>
  createHash('sha256')
    .update(chainText(previousHash, sequence, entry))
    .digest('hex');

/** Walks the chain of one record, entry by entry; holds what has to be known of the entries before. */
export class ChainWalk {
  private sequence = 0;
  private hash = chainStart;
  private readonly seen = new Set<string>();
  private readonly reversed = new Set<string>();

  constructor(private readonly sponsor: string) {}

  /** The first thing that is wrong with the next entry; null when it is whole. */
  next(row: RecordEntryRow): Broken | null {
    const wrong = this.place(row) ?? this.content(row) ?? this.reversal(row);
    this.sequence = row.sequence;
    this.hash = row.hash;
    this.seen.add(row.id);
    return wrong === null ? null : { sequence: row.sequence, says: wrong };
  }

  /** Whether the record ends where its head says. */
  end(head: KeptHead | null): Broken | null {
    const kept = head ?? { sequence: 0, hash: chainStart };
    if (kept.sequence > this.sequence)
      return {
        sequence: this.sequence + 1,
        says: `is missing: the head of the record says that there are ${kept.sequence} entries, and the last one found is ${this.sequence}`,
      };
    if (kept.sequence < this.sequence)
      return {
        sequence: kept.sequence + 1,
        says: `stands behind the end that the head of the record gives (${kept.sequence})`,
      };
    return kept.hash === this.hash
      ? null
      : { sequence: this.sequence, says: 'has another hash than the head of the record' };
  }

  private place(row: RecordEntryRow): string | null {
    const expected = this.sequence + 1;
    if (row.sequence !== expected) return `follows on entry ${this.sequence}: entry ${expected} is missing`;
    return row.previousHash === this.hash
      ? null
      : expected === 1
        ? 'is the first and is chained to something before it'
        : `is not chained to entry ${this.sequence}: its previous hash is another`;
  }

  private content(row: RecordEntryRow): string | null {
    const entry = toRecordEntry(row);
    if (hashOf(row.previousHash, row.sequence, entry) !== row.hash) return 'says something else than what was hashed';
    if (row.sponsorId !== this.sponsor) return 'names another sponsor than the agreement';
    const derived = toRecordRow(entry);
    const fields = ['subject', 'code', 'minutes', 'level', 'reverses'] as const;
    const differs = fields.find((field) => derived[field] !== row[field]);
    return differs ? `has ${String(row[differs])} as its ${differs}, and ${String(derived[differs])} was hashed` : null;
  }

  private reversal({ reverses }: RecordEntryRow): string | null {
    if (reverses === null) return null;
    if (!this.seen.has(reverses)) return 'takes back an entry that does not stand before it in this record';
    if (this.reversed.has(reverses)) return 'takes back an entry that was taken back before';
    this.reversed.add(reverses);
    return null;
  }
}
