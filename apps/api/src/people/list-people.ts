import type { InvitationView, OwnOrganization, PartnerView, PeopleView } from '@journeybook/contracts';
import type { KnownPerson, Member, RunOrganization } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { OrganizationId, PersonActor } from '@journeybook/domain';
import { administratorRole, endRole, holds, rolesToInvite } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor, organizationsWith } from '../http/actor.js';
import { presentInvitations } from './present-invitation.js';

type Invitations = ReadonlyMap<OrganizationId, readonly InvitationView[]>;

@Injectable()
export class ListPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who belongs to the organisations that the person runs, who is invited there, and the partners of those that are sponsors. */
  async list(by: KnownPerson): Promise<PeopleView> {
    const actor = asActor(by);
    const today = this.clock.today();
    const { memberships } = this.database.read;
    const own = actor.roles.filter(({ role }) => isAdministrator(role)).map(({ organization }) => organization);
    const partnerships = await this.partnersOf(organizationsWith(actor, 'sponsor-admin'));
    const all = await memberships.listOrganizations([...own, ...partnerships.map(({ id }) => id)], today);
    const invitations = await this.invitationsTo(all.map(({ id }) => id));
    const run = all.filter(({ id, kind }) => holds(actor, administratorRole[kind], id));
    const members = await memberships.list(
      run.map(({ id }) => id),
      today,
    );
    return {
      organizations: run.map((one) => presentOrganization(actor, one, { members, invitations })),
      partners: partnerships.flatMap(({ id, sponsor }) =>
        all.filter((one) => one.id === id).map((one) => presentPartner(actor, one, { sponsor, invitations })),
      ),
    };
  }

  private async partnersOf(sponsors: readonly OrganizationId[]) {
    const { people } = this.database.read;
    const lists = await Promise.all(
      sponsors.map(async (sponsor) =>
        (await people.listPartners(sponsor)).map(({ id }) => ({ id: id as OrganizationId, sponsor })),
      ),
    );
    return lists.flat();
  }

  private async invitationsTo(organizations: readonly OrganizationId[]): Promise<Invitations> {
    const waiting = await this.database.read.invitations.listWaiting(organizations);
    const shown = await presentInvitations(this.database, waiting, {
      now: this.clock.now(),
      today: this.clock.today(),
    });
    const byId = new Map(shown.map((one) => [one.id, one]));
    const grouped = Map.groupBy(waiting, (one) => one.organization);
    return new Map([...grouped].map(([id, those]) => [id, those.flatMap((one) => byId.get(one.id) ?? [])] as const));
  }
}

const isAdministrator = (role: string): boolean => Object.values<string>(administratorRole).includes(role);

function presentOrganization(
  actor: PersonActor,
  organization: RunOrganization,
  { members, invitations }: { members: readonly Member[]; invitations: Invitations },
): OwnOrganization {
  const { id, name, kind } = organization;
  const own = Map.groupBy(
    members.filter((one) => one.organization === id),
    (one) => one.person,
  );
  const mayEnd = ({ membership, person, role }: Member) =>
    endRole(actor, { id: membership, person, role, organization: id, isOver: false }, organization).ok;
  return {
    id,
    name,
    kind,
    people: [...own].flatMap(([person, roles]) =>
      roles.slice(0, 1).map((first) => ({
        person: { id: person, name: first.name },
        email: first.email ?? '',
        lastSignedInAt: first.lastSignedInAt,
        roles: roles.map((one) => ({
          membership: one.membership,
          role: one.role,
          since: one.since,
          until: one.until,
          mayEnd: mayEnd(one),
        })),
      })),
    ),
    invitations: [...(invitations.get(id) ?? [])],
    mayInvite: [...rolesToInvite(actor, { ...organization, organization: id })],
  };
}

/** A partner shows whom the sponsor may invite there, and those who are invited to that; its own people are its own. */
function presentPartner(
  actor: PersonActor,
  partner: RunOrganization,
  { sponsor, invitations }: { sponsor: OrganizationId; invitations: Invitations },
): PartnerView {
  const { id, name, kind, administrators } = partner;
  const mayInvite = [...rolesToInvite(actor, { ...partner, organization: id })];
  const shown = (invitations.get(id) ?? []).filter(({ role }) => (mayInvite as readonly string[]).includes(role));
  return { id, name, kind, sponsor, administrators, mayInvite, invitations: shown };
}
