import type { Acting } from '@journeybook/database';
import { actAs } from '@journeybook/database';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Observable } from 'rxjs';
import type { ActingRequest } from './actor.js';
import { callerOf } from './actor.js';

/** Tells the database on whose behalf a route works, for as long as it does. */
@Injectable()
export class ActingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const acting = actingFor(context.switchToHttp().getRequest<ActingRequest>());
    return new Observable((subscriber) => actAs(acting, () => next.handle().subscribe(subscriber)));
  }
}

const actingFor = (request: ActingRequest): Acting => ({
  caller: callerOf(request.actor ?? null),
  requestId: typeof request.id === 'string' ? request.id : '',
  address: request.ip ?? '',
  action: `${request.method} ${routeOf(request)}`,
});

/** The pattern that the route was declared with: an address with ids in it would tell about whom. */
const routeOf = (request: Request): string => (request.route as { path?: string } | undefined)?.path ?? '';
