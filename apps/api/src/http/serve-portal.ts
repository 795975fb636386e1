import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import { pagePolicy } from './security-headers.js';

/** Serves the built portal; every address that is no file and not the API's is one of its pages. */
export function servePortal(app: NestExpressApplication, folder: string): void {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return;
  const sendPage = openPage(page);
  const year = { immutable: true, maxAge: '365d', fallthrough: false, index: false } as const;
  app.use('/assets', express.static(path.join(folder, 'assets'), year));
  app.use('/index.html', sendPage);
  app.use(express.static(folder, { index: false, maxAge: '1h', setHeaders: mayBeShown }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!['GET', 'HEAD'].includes(request.method) || /^\/(api|health|openapi)\b/.test(request.path)) return next();
    return sendPage(request, response, next);
  });
}

/** Learning platforms show our icon in their pages. */
const mayBeShown = (response: Response, file: string): void => {
  if (file.endsWith('.svg')) response.set('cross-origin-resource-policy', 'cross-origin');
};

/** The page, read again when a build has changed it. Each answer has a nonce of its own, so none is kept to be compared. */
function openPage(file: string) {
  let kept: { readonly text: string; readonly changedAt: number } | null = null;
  const read = async (): Promise<string> => {
    const { mtimeMs: changedAt } = await stat(file);
    if (kept?.changedAt !== changedAt) kept = { text: await readFile(file, 'utf8'), changedAt };
    return kept.text;
  };
  return (_request: Request, response: Response, next: NextFunction): void => {
    read()
      .then((text) => {
        const nonce = randomBytes(18).toString('base64url');
        response
          .set({ 'cache-control': 'no-cache', 'content-security-policy': pagePolicy(nonce) })
          .type('html')
          .send(text.replace('</head>', () => `<meta name="style-nonce" nonce="${nonce}"></head>`));
      })
      .catch(next);
  };
}
