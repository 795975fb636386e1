import type { OrganizationSecondFactor } from '@journeybook/contracts';
import type { KnownPerson, RunOrganization } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonActor, SecondFactorPolicy } from '@journeybook/domain';
import { administers, resetSecondFactor, rolesAskedIn, signOutSomebody } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { editionOf } from '../http/edition.js';

type Holder = Awaited<ReturnType<Database['read']['roles']['listHolders']>>[number];

@Injectable()
export class ListSecondFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What each organisation that somebody runs asks of its people, and who has it. */
  async list(by: KnownPerson): Promise<readonly OrganizationSecondFactor[]> {
    const actor = asActor(by);
    const today = this.clock.today();
    const own = [...new Set(actor.roles.map(({ organization }) => organization))].filter((one) =>
      administers(actor, one),
    );
    const { memberships, secondFactorPolicies, roles } = this.database.access.read;
    const [organizations, policies, holders] = await Promise.all([
      memberships.listOrganizations(own, today),
      secondFactorPolicies.list(own),
      roles.listHolders(own, today),
    ]);
    return organizations.map((one) => {
      const policy = policies.find(({ organization }) => organization === one.id);
      return {
        organization: { id: one.id, name: one.name },
        kind: one.kind,
        mayAsk: [...rolesAskedIn(one.kind)],
        roles: [...(policy?.roles ?? [])],
        requiredFrom: policy?.requiredFrom ?? null,
        edition: editionOfPolicy(policy),
        people: presentHolders(actor, one, holders),
      };
    });
  }
}

export const editionOfPolicy = (policy: SecondFactorPolicy | null | undefined): string =>
  editionOf(policy ? [policy.roles.toSorted(), policy.requiredFrom] : null);

const presentHolders = (actor: PersonActor, { id }: RunOrganization, holders: readonly Holder[]) =>
  holders.flatMap((person) => {
    const held = person.roles.filter(({ organization }) => organization.id === id).map(({ role }) => role);
    if (held.length === 0) return [];
    const { hasSecondFactor } = person;
    const whose = { id: person.id, roles: asActor(person).roles, hasSecondFactor };
    const [mayReset, maySignOut] = [resetSecondFactor(actor, whose).ok, signOutSomebody(actor, whose).ok];
    return [{ person: { id: person.id, name: person.name }, roles: held, hasSecondFactor, mayReset, maySignOut }];
  });
