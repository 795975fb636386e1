import path from 'node:path';
import { faultLine, isTooSlow } from '@journeybook/database/lti';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { isHttps, strictTransport } from './https.js';
import { apologise, refuse } from './launch/show-page.js';
import { limitRequests } from './limit-requests.js';
import { readNoticeBody } from './notices/read-notice-body.js';
import type { Parts } from './parts.js';
import { readFormBody } from './read-form-body.js';
import { limitServer } from './server-limits.js';

/** The server, ready to listen. What ltijs answers comes before Nest, whose parsers and 404 would otherwise be first (stack.md 5.3). */
export async function createApp(parts: Parts): Promise<INestApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(parts), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.disable('x-powered-by');
  if (parts.config.trustedProxies) app.set('trust proxy', parts.config.trustedProxies);
  app.use(
    // Each page says itself who may frame it and what it may load; everything else is no page.
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      frameguard: { action: 'deny' },
      crossOriginResourcePolicy: false,
      hsts: isHttps(parts.config.publicUrl) && strictTransport,
    }),
    permissionsPolicy,
  );
  openLti(app, parts);
  limitServer(app.getHttpServer());
  await app.init();
  return app;
}

/** What comes before Nest: the frame's files, the limits, and ltijs with the answer to whatever goes wrong in it. */
function openLti(app: NestExpressApplication, parts: Parts): void {
  app.use('/lti/frame', frameFiles(parts.config.frameDir));
  app.use('/lti', limitRequests(parts, parts.config.limits), readNoticeBody(), readFormBody(), parts.engine.handler);
  app.use('/lti', (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    // Express's own errors: a body too long, too many parameters, an address that cannot be decoded.
    if (statusOf(error) < 500) return refuse(parts, response, 'form-unreadable', { detail: faultLine(error) });
    return apologise(parts, response, isTooSlow(error) ? 'too-slow' : 'unexpected', error);
  });
}

/** Nothing of ours asks for a camera, a place or a payment; in a platform's frame neither. */
const permissionsPolicy = (_request: Request, response: Response, next: NextFunction) => {
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  next();
};

// File names in `assets` carry a hash of their content, so a browser need never ask for one again.
function frameFiles(frameDir: string): express.RequestHandler {
  return express.static(frameDir, {
    index: false,
    setHeaders: (response, file) => {
      const hashed = path.relative(frameDir, file).startsWith(`assets${path.sep}`);
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

const statusOf = (error: unknown): number => {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
};
