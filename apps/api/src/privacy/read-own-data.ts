import type { OwnData } from '@journeybook/contracts';
import type { KnownPerson, OwnDataRows } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { presentAnswers } from './answer-questions.js';
import { AnswerVault } from '../vault/answer-vault.js';
import { ReadAccesses } from './read-accesses.js';

@Injectable()
export class ReadOwnData {
  constructor(
    private readonly database: Database,
    private readonly vault: AnswerVault,
    private readonly accesses: ReadAccesses,
    private readonly clock: Clock,
  ) {}

  /** Everything that is kept about a person, for that person; no token, no hash of a password, and of the number only the end. */
  async read({ id }: KnownPerson): Promise<OwnData> {
    await this.database.read.audit.note({ kind: 'export', privately: true, details: { what: 'own-data' } });
    const rows = await this.database.read.ownData.read(id);
    const { answers, ssn, bornOn } = presentAnswers(await this.vault.readOwn(id));
    return {
      madeAt: this.clock.now(),
      ...copied(rows),
      sessions: [...(await this.database.access.read.sessions.describe(id))],
      wages: rows.record.filter(({ kind }) => kind === 'wage-step-given').map((row) => ({ ...row })),
      answers: [
        ...Object.entries(answers).map(([field, answer]) => ({ field, ...answer })),
        ...(bornOn ? [{ field: 'birth-date', values: [bornOn] }] : []),
        ...(ssn ? [{ field: 'ssn', values: [ssn.masked], answeredOn: ssn.givenOn }] : []),
      ],
      accesses: (await this.accesses.of(id)).map((access) => ({ ...access })),
    };
  }
}

const copied = (rows: OwnDataRows) =>
  Object.fromEntries(Object.entries(rows).map(([part, list]) => [part, list.map((row) => ({ ...row }))])) as {
    [Part in keyof OwnDataRows]: Record<string, unknown>[];
  };
