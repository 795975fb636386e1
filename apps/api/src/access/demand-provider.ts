import type { Tables } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { mustComeByProvider } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { configToken } from '../tokens.js';

@Injectable()
export class DemandProvider {
  constructor(
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** Whether the person has to come in by their organisation's provider, so that neither a password nor a passkey is enough. */
  async of({ people, providerLinks }: Tables, person: PersonId): Promise<boolean> {
    const email = (await people.findDetails(person))?.email;
    if (!email || this.config.PASSWORDS_ALWAYS) return false;
    return mustComeByProvider(email, await providerLinks.demands(person, this.clock.today()));
  }
}
