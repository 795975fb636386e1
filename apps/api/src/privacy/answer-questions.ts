import type { OwnAnswers } from '@journeybook/contracts';
import { vaultField } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonId, VaultField } from '@journeybook/domain';
import { answerQuestion, isCalendarDate, maskSocialSecurityNumber, withdrawAnswer } from '@journeybook/domain';
import type { SocialSecurityNumber } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import type { Answers } from '../vault/answer-vault.js';
import { AnswerVault, editionOfAnswer } from '../vault/answer-vault.js';
import { ReadAccesses } from './read-accesses.js';

interface ShownAnswer {
  readonly field: VaultField;
  /** In which edition it was shown. */
  readonly shown: string;
}

@Injectable()
export class AnswerQuestions {
  constructor(
    private readonly database: Database,
    private readonly vault: AnswerVault,
    private readonly accesses: ReadAccesses,
    private readonly clock: Clock,
  ) {}

  /** An apprentice's own answers, and who has looked. */
  async read({ id }: KnownPerson): Promise<OwnAnswers> {
    const { answers, editions } = await this.vault.readShown(id);
    const editionsOfAll = vaultField.options.map((field) => [field, editions.get(field) ?? editionOfAnswer(null)]);
    return {
      ...presentAnswers(answers),
      editions: Object.fromEntries(editionsOfAll) as OwnAnswers['editions'],
      sponsors: await this.listSponsors(id),
      accesses: await this.accesses.of(id),
      today: this.clock.today(),
    };
  }

  /** Gives or changes one answer of one's own, over the one that was shown, which is gone. */
  async give(by: KnownPerson, { field, shown }: ShownAnswer, values: readonly string[]): Promise<OwnAnswers> {
    const today = this.clock.today();
    const answer = orRefuse(answerQuestion(asActor(by), { person: by.id, field, values }, { today }));
    await this.onFile(() => this.vault.edit(by.id, field, { shown, answer, at: this.clock.now() }));
    return this.read(by);
  }

  /** Takes one answer of one's own away, as it was shown; nothing of it is kept. */
  async withdraw(by: KnownPerson, { field, shown }: ShownAnswer): Promise<OwnAnswers> {
    const withdrawn = orRefuse(withdrawAnswer(asActor(by), { person: by.id, field }));
    const at = this.clock.now();
    await this.onFile(() => this.vault.edit(by.id, withdrawn, { shown, answer: null, at }));
    return this.read(by);
  }

  /** The vault has a connection of its own: the event goes along with it, and tells no organisation. */
  private onFile(change: () => Promise<void>): Promise<void> {
    return this.database.transaction(async ({ audit }) => {
      audit.changesElsewhere();
      audit.concern({ privately: true });
      await change();
    });
  }

  private async listSponsors(person: PersonId): Promise<OwnAnswers['sponsors']> {
    const agreements = await this.database.read.apprenticeships.listOf(person);
    const names = await this.database.read.people.organizationsOf(agreements.map(({ sponsor }) => sponsor));
    return [...names.values()].map((sponsor) => ({
      sponsor,
      employs: agreements.some((one) => one.sponsor === sponsor.id && one.employer === sponsor.id),
    }));
  }
}

/** The answers as their owner sees them: of the number only the end. */
export function presentAnswers(answers: Answers): Pick<OwnAnswers, 'answers' | 'ssn' | 'bornOn'> {
  const { ssn, 'birth-date': birthDate, ...others } = Object.fromEntries(answers);
  const [number] = ssn?.values ?? [];
  const [bornOn = ''] = birthDate?.values ?? [];
  const shown = Object.entries(others).map(([field, answer]) => [field, { ...answer, values: [...answer.values] }]);
  return {
    answers: Object.fromEntries(shown) as OwnAnswers['answers'],
    ssn:
      ssn && number
        ? { masked: maskSocialSecurityNumber(number as SocialSecurityNumber), givenOn: ssn.answeredOn }
        : null,
    bornOn: isCalendarDate(bornOn) ? bornOn : null,
  };
}
