import { timingSafeEqual } from 'node:crypto';
import type { Acting, Caller, KnownPerson, LaunchSessionRow, LinkSession, SessionPerson } from '@journeybook/database';
import { acting, actAs } from '@journeybook/database';
import type { OrganizationId, PersonActor, Role, Scope } from '@journeybook/domain';
import { anyRoleMay, launchScopes, linkScopes, machineScopes, pickerScopes } from '@journeybook/domain';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Refused } from './refused.js';

/** Who is calling: a person in the portal, a page in a learning platform's frame, a mentor by a link, or the LTI tool itself. */
export type Actor =
  | { readonly kind: 'person'; readonly person: SessionPerson }
  | { readonly kind: 'launch'; readonly launch: LaunchSessionRow }
  | { readonly kind: 'link'; readonly link: LinkSession }
  | { readonly kind: 'machine' };

/** The same as far as it is known outside of a request that a session came with. */
type Known = Exclude<Actor, { kind: 'person' }> | { readonly kind: 'person'; readonly person: KnownPerson };

export type ActingRequest = Request & {
  actor?: Actor | null;
  /** On whose behalf it works, once its route was let work. */
  acting?: Acting;
  /** Which edition of what it edits was shown, in an edit. */
  shown?: string;
};

/** Whether the actor may try it at all; on which row is decided later, by a rule. */
export function mayTry(actor: Actor, scope: Scope): boolean {
  switch (actor.kind) {
    case 'person':
      return anyRoleMay(
        actor.person.roles.map((held) => held.role),
        scope,
      );
    case 'launch':
      return scopesOf(actor.launch).includes(scope);
    case 'link':
      return (linkScopes as readonly Scope[]).includes(scope);
    case 'machine':
      return (machineScopes as readonly Scope[]).includes(scope);
  }
}

const scopesOf = ({ kind, role }: LaunchSessionRow): readonly Scope[] =>
  kind === 'picker' ? pickerScopes : launchScopes[role];

/** The person who signed in. */
export const SignedInPerson = createParamDecorator((_: unknown, context: ExecutionContext): SessionPerson => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (actor?.kind !== 'person') throw new Refused({ kind: 'not-signed-in' });
  return actor.person;
});

/** The launch that the page in the frame was opened by. */
export const CurrentLaunch = createParamDecorator((_: unknown, context: ExecutionContext): LaunchSessionRow => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (actor?.kind !== 'launch') throw new Refused({ kind: 'launch-ended' });
  return actor.launch;
});

/** What the mentor's link has opened. */
export const CurrentLink = createParamDecorator((_: unknown, context: ExecutionContext): LinkSession => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (actor?.kind !== 'link') throw new Refused({ kind: 'link-session-over' });
  return actor.link;
});

/** The person as the domain's rules know them. */
export const asActor = (person: KnownPerson): PersonActor => ({
  kind: 'person',
  person: person.id,
  roles: person.roles.map((held) => ({ role: held.role, organization: held.organization.id })),
});

/** Who calls, as far as the database has to know. */
export function callerOf(actor: Known | null): Caller {
  switch (actor?.kind) {
    case 'person': {
      const { person, roles } = asActor(actor.person);
      return { kind: 'person', person, roles };
    }
    case 'launch': {
      const { role, college, identity, person } = actor.launch;
      return { kind: 'launch', role, college, identity, person };
    }
    case 'link': {
      // A mentor who came by a link is that person, in that role and no other.
      const { mentor, mentorAt } = actor.link;
      return { kind: 'person', person: mentor, roles: [{ role: 'mentor', organization: mentorAt }] };
    }
    case 'machine':
      return { kind: 'machine' };
    case undefined:
      return { kind: 'nobody' };
  }
}

/** Goes on with a request on behalf of whoever it turned out to come from: by signing in, or by opening a launch. */
export function onBehalfOf<T>(actor: Known, work: () => T): T {
  const request = acting() ?? { requestId: '', address: '', action: '' };
  return actAs({ ...request, caller: callerOf(actor) }, work);
}

/** The organisations in which they hold a role. */
export const organizationsWith = (actor: PersonActor, role: Role): readonly OrganizationId[] =>
  actor.roles.flatMap((held) => (held.role === role ? [held.organization] : []));

/** The organisations in which they mentor. */
export const mentorsAt = (person: KnownPerson): readonly OrganizationId[] =>
  organizationsWith(asActor(person), 'mentor');

/** Compares two secrets in a time that does not depend on where they differ. */
export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
