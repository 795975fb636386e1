import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import type { Request, Response } from 'express';

/** Serves the built portal; every address that is no file and not the API's is one of its pages. */
export function servePortal(app: NestExpressApplication, folder: string): void {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return;
  const year = { immutable: true, maxAge: '365d', fallthrough: false, index: false } as const;
  app.use('/assets', express.static(path.join(folder, 'assets'), year));
  app.use(express.static(folder, { index: false, maxAge: '1h' }));
  app.use((request: Request, response: Response, next: () => void) => {
    if (!['GET', 'HEAD'].includes(request.method) || /^\/(api|health|openapi)\b/.test(request.path)) return next();
    response.set('cache-control', 'no-cache').sendFile(page);
  });
}
