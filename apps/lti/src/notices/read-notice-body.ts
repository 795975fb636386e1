import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { refuseNotice } from './notice-refusals.js';

const parse = express.json({ limit: '256kb' });

/** Whether a path below `/lti` is where notices come in. */
export const isForNotices = (path: string): boolean => /^\/notices\/?$/i.test(path);

/** Reads what platforms post as notices, with the refusals of that address; nothing else. */
export function readNoticeBody(): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!isForNotices(request.path)) return next();
    parse(request, response, (error?: unknown) => {
      if (!error) return next();
      const tooLarge = (error as { readonly status?: unknown }).status === 413;
      refuseNotice(response, tooLarge ? 'notices-too-large' : 'notices-unreadable');
    });
  };
}
