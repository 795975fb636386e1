import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { Logger } from 'nestjs-pino';
import type { Services } from './app.module.js';
import { AppModule } from './app.module.js';
import { cookiePrefix, isHttps, prefixSetting } from './http/cookies.js';
import { jsonBody } from './http/json-body.js';
import { securityHeaders } from './http/security-headers.js';
import { limitServer } from './http/server-limits.js';
import { servePortal } from './http/serve-portal.js';

/** The API with everything in front of it, not yet listening. */
export async function createApp(services: Services): Promise<NestExpressApplication> {
  const { config } = services;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(services), {
    bufferLogs: true,
    abortOnError: false,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  app.set(prefixSetting, cookiePrefix(config));
  if (config.TRUSTED_PROXIES) app.set('trust proxy', config.TRUSTED_PROXIES);
  // What the API answers is one person's: no cache keeps it, so nothing has to be compared by tag either.
  app.disable('etag');
  app.use('/api', (_: Request, response: Response, next: NextFunction) => {
    response.set('cache-control', 'no-store');
    next();
  });
  app.use(...securityHeaders(isHttps(config)));
  // The page in a learning platform's frame is served by the LTI tool and calls with a bearer, never with a cookie.
  app.enableCors({
    origin: new URL(config.LTI_PUBLIC_URL).origin,
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    credentials: false,
    maxAge: 3600,
  });
  app.use(jsonBody);
  limitServer(app.getHttpServer());
  servePortal(app, config.PORTAL_DIR);
  return app;
}
