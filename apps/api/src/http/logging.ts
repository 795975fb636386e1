import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeFault, withoutErrorText } from '@journeybook/database';
import { LoggerModule } from 'nestjs-pino';
import { pino } from 'pino';
import type { Config } from '../config.js';

/**
 * One line a request: what was called and how it was answered. Headers, queries and bodies hold names, addresses and tokens, and errors the
 * values of rows: none of these is written down, rather than crossed out.
 */
export const logging = ({ LOG_LEVEL, LOG_FILE }: Config) =>
  LoggerModule.forRoot({
    pinoHttp: {
      ...(LOG_FILE ? { stream: pino.destination({ dest: LOG_FILE, sync: true }) } : {}),
      level: LOG_LEVEL,
      genReqId: (_, response) => {
        const id = randomUUID();
        response.setHeader('x-request-id', id);
        return id;
      },
      quietReqLogger: true,
      wrapSerializers: false,
      serializers: {
        req: ({ id, method, url }: IncomingMessage & { id?: unknown }) => ({ id, method, path: pathOf(url) }),
        res: ({ statusCode }: ServerResponse) => ({ statusCode }),
        err: describeFault,
      },
      hooks: {
        logMethod(args, method) {
          method.apply(this, withoutErrorText(args));
        },
      },
      autoLogging: { ignore: (request) => request.url === '/health' },
    },
  });

/** The address without what is asked in it. */
const pathOf = (url = ''): string => url.replace(/[?#].*$/s, '');
