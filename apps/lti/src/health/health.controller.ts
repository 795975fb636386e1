import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { LtiStore } from '@journeybook/database/lti';
import { LtiStoreToken } from '../injected.js';

@Controller('health')
export class HealthController {
  constructor(@Inject(LtiStoreToken) private readonly store: LtiStore) {}

  /** Open to everybody: says whether launches can be taken, and nothing else. */
  @Get()
  async read(): Promise<{ status: 'ok' }> {
    try {
      await this.store.ping();
    } catch {
      throw new ServiceUnavailableException('The database does not answer.');
    }
    return { status: 'ok' };
  }
}
