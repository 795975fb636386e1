import type { Problem } from '@journeybook/contracts';
import { describeFault, isTooSlow } from '@journeybook/database';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException, HttpStatus, Logger } from '@nestjs/common';
import type { Response } from 'express';
import type { ActingRequest } from './actor.js';
import { NoteRefusal } from './note-refusal.js';
import { refusalStatus } from './refusal-status.js';
import { inWords } from './refusal-words.js';
import type { RefusalKind } from './refusals.js';
import { Refused } from './refused.js';
import { traceRefusal } from './trace-refusal.js';

/** Every answer that is not a success is a problem (RFC 9457): a stable kind, a sentence, and no internals. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  constructor(private readonly refusals: NoteRefusal) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<ActingRequest & { id?: unknown }>();
    if (response.headersSent) return void response.end();
    if (error instanceof Refused) await this.tell(request, error.refusal.kind);
    const requestId = typeof request.id === 'string' ? request.id : undefined;
    const problem = { ...this.problemOf(error, request), ...(requestId ? { requestId } : {}) };
    const seconds = problem.facts?.['seconds'];
    if (problem.status === 429 && typeof seconds === 'number') response.set('retry-after', String(seconds));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  /** On file where it is a matter of permission, and a line in the log where it may be an attack. */
  private async tell(request: ActingRequest, refusal: RefusalKind): Promise<void> {
    await this.refusals.note(request, refusal);
    const trace = traceRefusal(request, refusal);
    if (trace) this.log.log({ ...trace, msg: 'A request was refused' });
  }

  private problemOf(error: unknown, request: ActingRequest): Problem {
    if (error instanceof Refused) return refused(error, statusOfRefusal(error.refusal.kind, request));
    const status = statusOf(error);
    if (status !== null && (status < 500 || status === 503)) return plain(status);
    this.log.error({ fault: describeFault(error), msg: 'A request failed' });
    if (isTooSlow(error)) return refused(new Refused({ kind: 'too-slow' }), refusalStatus['too-slow']);
    return {
      type: 'about:blank',
      title: 'Something went wrong on our side',
      status: 500,
      kind: 'internal',
      detail: 'Nothing was changed. Try again; when it stays, tell your administrator the request id.',
    };
  }
}

/** What an edit said of what was shown is a condition of the request; in a body it is a part of it. */
const statusOfRefusal = (kind: RefusalKind, { shown }: ActingRequest): number =>
  kind === 'changed-since-shown' && shown !== undefined ? HttpStatus.PRECONDITION_FAILED : refusalStatus[kind];

function refused({ refusal, errors }: Refused, status: number): Problem {
  const { kind, ...facts } = refusal;
  return {
    type: 'about:blank',
    title: kind.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()),
    status,
    kind,
    detail: inWords(refusal),
    ...(errors ? { errors } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

/** Express's own errors (a body that is no JSON or too large) carry a status too. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 ? status : null;
}

const known: Readonly<Record<number, { kind: string; title: string; detail: string }>> = {
  400: {
    kind: 'invalid-request',
    title: 'Invalid request',
    detail: 'The request is not valid JSON. Correct it and send it again.',
  },
  404: { kind: 'not-found', title: 'Not found', detail: 'There is nothing at this address.' },
  413: { kind: 'too-large', title: 'Too large', detail: 'The request is too large. Send less at once.' },
  503: {
    kind: 'unavailable',
    title: 'Not available',
    detail: 'Journeybook cannot reach its database now. Try again in a minute.',
  },
};

function plain(status: number): Problem {
  const { kind, title, detail } = known[status] ?? {
    kind: 'invalid-request',
    title: 'Invalid request',
    detail: 'The request was not understood.',
  };
  return { type: 'about:blank', status, kind, title, detail };
}
