import { randomUUID } from 'node:crypto';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../config.js';

/** One line a request, without cookies, bearers or bodies. */
export const logging = ({ LOG_LEVEL }: Config) =>
  LoggerModule.forRoot({
    pinoHttp: {
      level: LOG_LEVEL,
      genReqId: (_, response) => {
        const id = randomUUID();
        response.setHeader('x-request-id', id);
        return id;
      },
      quietReqLogger: true,
      redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
      autoLogging: { ignore: (request) => request.url === '/health' },
    },
  });
