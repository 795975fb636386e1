import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';

const parse = express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 50 });

/**
 * Reads posted forms before ltijs does, with room for the largest launches seen. ltijs's own parser, of an older version, then
 * leaves the body alone because of the mark.
 */
export function readFormBody(): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    parse(request, response, (error?: unknown) => {
      if (error) return next(error);
      request.body ??= {};
      (request as Request & { _body?: boolean })._body = true;
      next();
    });
  };
}
