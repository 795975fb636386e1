import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import type { KeptAnswer, RepeatableRequest } from '@journeybook/database';
import { Database, runRepeatable } from '@journeybook/database';
import type { Instant } from '@journeybook/domain';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Clock } from '../clock.js';
import type { ActingRequest, Actor } from './actor.js';
import { Refused } from './refused.js';

const keptMinutes = 24 * 60;
/** No request runs so long: one that is not done after it died with its process. */
const abandonedMinutes = 2;
/** One in so many requests clears away the keys that are over. */
const clearingRate = 100;

/**
 * Carries out a POST with an `Idempotency-Key` once, however often the same person or page sends it (draft-ietf-httpapi-
 * idempotency-key-header): the same request again gets the same answer, another under the same key is refused, and so is one whose
 * first is still running. A refusal did nothing, and is not kept.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const key = request.headers['idempotency-key'];
    const caller = callerOf(request.actor ?? null);
    if (request.method !== 'POST' || key === undefined || caller === null) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    return from(this.once(readKey(key), { request, response, caller, next }));
  }

  private async once(
    key: string,
    {
      request,
      response,
      caller,
      next,
    }: { request: ActingRequest; response: Response; caller: string; next: CallHandler },
  ): Promise<unknown> {
    const { idempotencyKeys } = this.database.access.read;
    const asked = { caller, key: sha256(key).toString('hex'), requestHash: hashOf(request) };
    if (randomInt(clearingRate) === 0) await idempotencyKeys.dropExpired(this.clock.now());
    const [at, expiresAt, abandonedAt] = [
      this.clock.now(),
      this.clock.in(keptMinutes),
      this.clock.in(-abandonedMinutes),
    ];
    const kept = await idempotencyKeys.begin(asked, { at, expiresAt, abandonedAt });
    if (kept) return answerAgain(kept, { asked, key, response, abandonedAt });
    try {
      const answer: unknown = await runRepeatable(asked, () =>
        lastValueFrom(next.handle(), { defaultValue: undefined }),
      );
      await idempotencyKeys.answered(asked, response.statusCode, seal(key, JSON.stringify(answer ?? null)));
      return answer;
    } catch (error) {
      await idempotencyKeys.forget(asked, { onlyUncommitted: !(error instanceof Refused) });
      throw error;
    }
  }
}

function answerAgain(
  kept: KeptAnswer,
  {
    asked,
    key,
    response,
    abandonedAt,
  }: { asked: RepeatableRequest; key: string; response: Response; abandonedAt: Instant },
): unknown {
  if (!kept.requestHash.equals(asked.requestHash)) throw new Refused({ kind: 'key-used-otherwise' });
  if (kept.state !== 'answered' && kept.beganAt > abandonedAt) throw new Refused({ kind: 'still-running' });
  if (kept.answer === null) throw new Refused({ kind: 'carried-out-already' });
  response.status(kept.status ?? 200);
  return (JSON.parse(open(key, kept.answer)) as unknown) ?? undefined;
}

function callerOf(actor: Actor | null): string | null {
  switch (actor?.kind) {
    case 'person':
      return `person ${actor.person.id}`;
    case 'launch':
      return `launch ${actor.launch.identity} ${actor.launch.section}`;
    case 'link':
      return `link ${actor.link.id}`;
    case 'machine':
      return 'machine';
    case undefined:
      return null;
  }
}

function readKey(key: string | readonly string[]): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{16,255}$/.test(key)) return key;
  throw new Refused({ kind: 'invalid-request' }, [
    { field: 'Idempotency-Key', message: 'must be 16 to 255 letters and digits that nobody can guess' },
  ]);
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

const hashOf = ({ method, originalUrl, body }: ActingRequest): Buffer =>
  sha256(`${method} ${originalUrl} ${JSON.stringify(body ?? null)}`);

// What is answered may hold what is shown once, such as a code. Of the key only its hash is kept, so nobody who reads the table opens it.
const secretOf = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'idempotency answer', 32));

function seal(key: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

function open(key: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
