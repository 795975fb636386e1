import { Database } from '@journeybook/database';
import { Controller, Get, HttpException, HttpStatus, SetMetadata } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { admissionKey } from './route.js';

/** For whoever runs the server: whether it can do its work. */
@Controller()
@ApiExcludeController()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('/health')
  @SetMetadata(admissionKey, 'public')
  async health(): Promise<{ status: 'ok' }> {
    if (!(await this.database.answers())) throw new HttpException('no database', HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'ok' };
  }
}
