import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeFault, withoutErrorText } from '@journeybook/database/lti';
import type { LoggerOptions } from 'pino';

/**
 * What a log says of a request, an answer and an error: a login's address holds who is signing in, a form the signed message, and an error
 * the values of a row. None of these is written down.
 */
export const quietLog = {
  serializers: {
    req: ({ method, url = '' }: IncomingMessage) => ({ method, path: url.replace(/[?#].*$/s, '') }),
    res: ({ statusCode }: ServerResponse) => ({ statusCode }),
    err: describeFault,
  },
  hooks: {
    logMethod(args, method) {
      method.apply(this, withoutErrorText(args));
    },
  },
} satisfies LoggerOptions;
