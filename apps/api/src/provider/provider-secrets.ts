import type { KeptProvider } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { Refused } from '../http/refused.js';
import { configToken } from '../tokens.js';
import { seal, unseal } from './seal-secret.js';

/** Keeps what must not be read in the database under `SIGN_IN_KEY`, each thing for one organisation. */
@Injectable()
export class ProviderSecrets {
  constructor(@Inject(configToken) private readonly config: Config) {}

  seal(organization: OrganizationId, text: string): string {
    return seal(text, this.key(), organization);
  }

  unseal(organization: OrganizationId, sealed: string): string {
    return unseal(sealed, this.key(), organization);
  }

  /** The client secret of a provider. */
  secretOf({ organization, sealedSecret }: KeptProvider): string {
    return this.unseal(organization, sealedSecret);
  }

  private key(): string {
    const { SIGN_IN_KEY } = this.config;
    if (!SIGN_IN_KEY) throw new Refused({ kind: 'no-sign-in-key' });
    return SIGN_IN_KEY;
  }
}
