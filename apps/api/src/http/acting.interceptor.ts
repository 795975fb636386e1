import type { Acting } from '@journeybook/database';
import { actAs, Database } from '@journeybook/database';
import type { Role, Scope } from '@journeybook/domain';
import { anyRoleMay, scopes } from '@journeybook/domain';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { concatMap, Observable } from 'rxjs';
import type { ActingRequest, Actor } from './actor.js';
import { asActor, callerOf } from './actor.js';
import { namedIn } from './named-in.js';
import type { Admission, AnyEndpoint } from './route.js';
import { admissionKey, endpointKey } from './route.js';

/** What the route of a request says of itself. */
interface RouteFacts {
  readonly admission: Admission | undefined;
  readonly endpoint: AnyEndpoint | undefined;
}

/** Tells the database on whose behalf a route works, for as long as it does, and puts each look of an auditor on file. */
@Injectable()
export class ActingInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const acting = actingFor(request, {
      admission: this.reflector.get<Admission | undefined>(admissionKey, handler),
      endpoint: this.reflector.get<AnyEndpoint | undefined>(endpointKey, handler),
    });
    request.acting = acting;
    const answers = () => next.handle().pipe(concatMap((answer) => this.noteLook(acting, answer)));
    return new Observable((subscriber) => actAs(acting, () => answers().subscribe(subscriber)));
  }

  /** Nothing is shown to an auditor before it is on file that it was. */
  private async noteLook({ action, admittedBy }: Acting, answer: unknown): Promise<unknown> {
    if (action.startsWith('GET ') && admittedBy?.some(({ role }) => role === 'auditor'))
      await this.database.read.audit.note({ kind: 'view' });
    return answer;
  }
}

/** On whose behalf a request works. */
export const actingFor = (request: ActingRequest, { admission, endpoint }: RouteFacts): Acting => ({
  caller: callerOf(request.actor ?? null),
  requestId: typeof request.id === 'string' ? request.id : '',
  address: request.ip ?? '',
  action: `${request.method} ${routeOf(request)}`,
  admittedBy: admittedBy(request.actor ?? null, admission),
  named: () => namedIn(request.params, endpoint?.body?.safeParse(request.body).data),
});

/** The pattern that the route was declared with: an address with ids in it would tell about whom. */
const routeOf = (request: Request): string => (request.route as { path?: string } | undefined)?.path ?? '';

/** The roles by which somebody may call the route; none where it asks for no role. */
function admittedBy(actor: Actor | null, admission: Admission | undefined): NonNullable<Acting['admittedBy']> {
  if (actor?.kind !== 'person' || !isScope(admission)) return [];
  return asActor(actor.person).roles.filter(({ role }: { role: Role }) => anyRoleMay([role], admission));
}

const isScope = (admission: Admission | undefined): admission is Scope =>
  (scopes as readonly (Admission | undefined)[]).includes(admission);
