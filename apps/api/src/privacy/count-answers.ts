import type { AnswerCounts } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { countAnswers, openCounts, questions } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { AnswerVault } from '../vault/answer-vault.js';

@Injectable()
export class CountAnswers {
  constructor(
    private readonly database: Database,
    private readonly vault: AnswerVault,
    private readonly clock: Clock,
  ) {}

  /** How the apprentices of a sponsor answered, those who train now or are suspended; it is written down that somebody looked. */
  async of(by: KnownPerson, asked: OrganizationId, requestId: string): Promise<AnswerCounts> {
    const sponsor = orRefuse(openCounts(asActor(by), asked));
    const { apprenticeships, people } = this.database.read;
    const agreements = await apprenticeships.listTraining({ employers: [], sponsors: [sponsor] });
    const counted = [...new Set(agreements.map(({ apprentice }) => apprentice))];
    const at = this.clock.now();
    await this.database.read.audit.note({ kind: 'view', organizations: [sponsor], details: { what: 'demographics' } });
    const answers = await this.vault.readFor(
      {
        id: newId(),
        kind: 'counts',
        about: null,
        organization: sponsor,
        by: by.id,
        reason: 'Counts without names, for the analysis of equal opportunity (29 CFR 30)',
        requestId,
        at,
      },
      counted,
      questions.map(({ field }) => field),
    );
    return {
      sponsor: found((await people.organizationsOf([sponsor])).get(sponsor)),
      people: counted.length,
      questions: questions.map(({ field }) => {
        const given = counted.map((person) => answers.get(person)?.get(field) ?? null);
        return { field, counts: countAnswers(field, given).map((one) => ({ ...one })) };
      }),
      countedAt: at,
    };
  }
}
