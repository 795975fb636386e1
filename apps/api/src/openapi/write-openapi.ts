import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import type { Services } from '../app.module.js';
import { AppModule } from '../app.module.js';
import { describeApi } from './describe-api.js';

// Nothing is instantiated in a preview: a description needs neither a database nor an environment.
const services = { config: { LOG_LEVEL: 'silent', RATE_LIMIT_READS: 1, RATE_LIMIT_WRITES: 1 } } as unknown as Services;
const app = await NestFactory.create(AppModule.with(services), { preview: true, logger: false, abortOnError: false });
await writeFile(new URL('../../openapi.json', import.meta.url), `${JSON.stringify(describeApi(app), null, 2)}\n`);
