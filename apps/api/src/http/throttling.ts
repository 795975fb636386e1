import { ThrottlerModule } from '@nestjs/throttler';
import type { Request } from 'express';

/** Guesses at one account's password from one address: ten a minute. */
export const throttling = ThrottlerModule.forRoot({
  throttlers: [{ ttl: 60_000, limit: 10 }],
  getTracker: (request: Record<string, unknown>) => {
    const { ip, body } = request as unknown as Request<unknown, unknown, { email?: unknown } | undefined>;
    return `${ip} ${typeof body?.email === 'string' ? body.email.trim().toLowerCase() : ''}`;
  },
});
