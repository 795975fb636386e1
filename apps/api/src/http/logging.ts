import { randomUUID } from 'node:crypto';
import { LoggerModule } from 'nestjs-pino';
import { pino } from 'pino';
import type { Config } from '../config.js';

/** One line a request, without cookies, bearers or bodies. */
export const logging = ({ LOG_LEVEL, LOG_FILE }: Config) =>
  LoggerModule.forRoot({
    pinoHttp: {
      ...(LOG_FILE ? { stream: pino.destination({ dest: LOG_FILE, sync: true }) } : {}),
      level: LOG_LEVEL,
      genReqId: () => randomUUID(),
      quietReqLogger: true,
      redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
      autoLogging: { ignore: (request) => request.url === '/health' },
    },
  });
