import { createHash, randomInt } from 'node:crypto';
import type { KnownPerson, LaunchSessionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import {
  claimCodeAlphabet,
  claimCodeDays,
  claimCodeLength,
  claimRecord,
  giveClaimCode,
  readClaimCode,
} from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { KeyedHash } from '../access/keyed-hash.js';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { orRefuse, Refused } from '../http/refused.js';

@Injectable()
export class ClaimRecord {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hash: KeyedHash,
  ) {}

  /** The sponsor or the employer of an apprentice gives them a code; an unused one from before ends. It is shown once. */
  async give(by: KnownPerson, apprenticeship: ApprenticeshipId) {
    return this.database.transaction(async (tables) => {
      const at = this.clock.now();
      const { apprenticeship: agreement, readAs } = await lockAgreement(tables, by, {
        id: apprenticeship,
        today: this.clock.today(),
      });
      if (readAs !== 'sponsor' && readAs !== 'employer') throw new Refused({ kind: 'not-their-record' });
      orRefuse(giveClaimCode(agreement));
      const code = newCode();
      const expiresAt = this.clock.in(claimCodeDays * 24 * 60);
      await tables.claimCodes.give({ apprenticeship, codeHash: this.hash.of(claimed(code)), by: by.id, at, expiresAt });
      return { code, expiresAt };
    });
  }

  /** A learner claims their record with a code. A try counts whether or not it succeeds. */
  async claim({ identity, college }: LaunchSessionRow, typed: string): Promise<void> {
    const now = this.clock.now();
    const { access } = this.database;
    const triesInHour = await access.aside((tables) => tables.claimCodes.countTry(identity, now));
    await access.transaction(async (tables) => {
      const matched = (await tables.roster.lockLinkedPerson(identity)) !== null;
      const kept = await tables.claimCodes.lock(this.kept(readClaimCode(typed)), college);
      const { id, person, apprenticeship } = orRefuse(claimRecord(kept, { now, matched, triesInHour }));
      tables.audit.concern({ apprenticeships: [apprenticeship], person });
      await tables.claimCodes.use(id, identity, now);
      await tables.roster.link({ identity, person, method: 'claimed-with-code', by: person, at: now });
    });
  }

  // Codes of before there was a key lie there as plain hashes, and are good for 14 days.
  private kept(code: string): Buffer[] {
    return [...this.hash.every(claimed(code)), createHash('sha256').update(claimed(code)).digest()];
  }
}

const newCode = (): string =>
  Array.from({ length: claimCodeLength }, () => claimCodeAlphabet[randomInt(claimCodeAlphabet.length)]).join('');

const claimed = (code: string): string => `claim ${code}`;
