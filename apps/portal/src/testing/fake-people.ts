import { endpoints, type invitation, type openedInvitation, type peopleView } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { signedIn } from './fake-session.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { college, daysAgo, fakeId, lakeside, momentAgo, named, northfield, people, sponsor } from './fake-world.js';

type View = z.input<typeof peopleView>;
type Invitation = z.input<typeof invitation>;

export interface FakePeople {
  readonly employer: View['organizations'][number];
  readonly sponsor: View['organizations'][number];
  readonly partners: View['partners'];
  /** Of apprentices, by the agreement; those not named have a sign-in. */
  readonly withoutSignIn: Map<string, { hasAddress: boolean; invitation: Invitation | null }>;
  /** What the link `token-of-an-invitation` opens. */
  opened: z.input<typeof openedInvitation>;
  /** Whether letters reach anybody. */
  mailWorks: boolean;
}

const member = (
  one: (typeof people)[keyof typeof people],
  mayEnd: boolean,
): View['organizations'][number]['people'][number] => ({
  person: named(one),
  email: one.email,
  lastSignedInAt: momentAgo(2),
  roles: one.roles.flatMap(({ role }) =>
    role === 'apprentice' ? [] : [{ membership: fakeId(), role, since: daysAgo(100), until: null, mayEnd }],
  ),
});

/** Who belongs where, as nobody has changed it yet. */
export const fakePeople = (): FakePeople => ({
  employer: {
    ...named(northfield),
    kind: 'employer',
    people: [member(people.erin, false), member(people.lucia, true), member(people.marcus, true)],
    invitations: [],
    mayInvite: ['employer-admin', 'mentor'],
  },
  sponsor: {
    ...named(sponsor),
    kind: 'sponsor',
    people: [member(people.ines, true), member(people.wanda, true)],
    invitations: [],
    mayInvite: ['sponsor-admin', 'auditor', 'mentor'],
  },
  partners: [
    { ...named(northfield), kind: 'employer', sponsor: sponsor.id, administrators: 1, invitations: [], mayInvite: [] },
    {
      ...named(lakeside),
      kind: 'employer',
      sponsor: sponsor.id,
      administrators: 0,
      invitations: [],
      mayInvite: ['employer-admin'],
    },
    { ...named(college), kind: 'college', sponsor: sponsor.id, administrators: 1, invitations: [], mayInvite: [] },
  ],
  withoutSignIn: new Map(),
  opened: {
    organization: northfield.name,
    role: 'mentor',
    invitedBy: people.erin.name,
    name: 'Nina Newcomer',
    email: 'nina@example.org',
    expiresAt: momentAgo(-14),
    needs: 'password',
  },
  mailWorks: true,
});

/** Every organisation with invitations, whoever runs it. */
const places = ({ people: known }: FakeState) => [known.employer, known.sponsor, ...known.partners];

function newInvitation(
  state: FakeState,
  asked: Pick<Invitation, 'role' | 'name' | 'email'> & { until?: string | null },
): Invitation {
  const invitedBy = named(signedIn(state));
  const [invitedAt, expiresAt] = [momentAgo(0), momentAgo(-14)];
  return {
    until: null,
    ...asked,
    id: fakeId(),
    invitedBy,
    invitedAt,
    expiresAt,
    mailed: state.people.mailWorks,
    hasRunOut: false,
    inviterLeft: false,
  };
}

/** An apprentice's invitation that waits for an answer, by whoever runs the sponsor. */
export const waitingInvitation = (email: string): Invitation => ({
  id: fakeId(),
  role: 'apprentice',
  name: people.adaeze.name,
  email,
  invitedBy: named(people.wanda),
  invitedAt: momentAgo(1),
  expiresAt: momentAgo(-13),
  mailed: true,
  hasRunOut: false,
  inviterLeft: false,
  until: null,
});

function findInvitation(state: FakeState, id: string | undefined) {
  const lists = places(state).map((place) => place.invitations);
  const list = lists.find((all) => all.some((one) => one.id === id));
  const apprentice = [...state.people.withoutSignIn.values()].find((one) => one.invitation?.id === id);
  const found = list?.find((one) => one.id === id) ?? apprentice?.invitation;
  if (!found) throw refusal(404, 'not-their-invitation', 'There is no such invitation, or it is not yours.');
  return {
    found,
    remove: () => {
      if (list) list.splice(list.indexOf(found), 1);
      if (apprentice) apprentice.invitation = null;
    },
  };
}

/** The people of an organisation, and invitations to it and to sign-ins. */
export const peopleRoutes = (state: FakeState): FakeRoute[] => [...listRoutes(state), ...invitationRoutes(state)];

const listRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listPeople, () => {
    const isSponsor = signedIn(state).roles.some(({ role }) => role === 'sponsor-admin');
    const { employer, sponsor: council, partners } = state.people;
    return isSponsor ? { organizations: [council], partners } : { organizations: [employer], partners: [] };
  }),
  route(endpoints.endRole, ({ params }) => {
    for (const { people: members } of [state.people.employer, state.people.sponsor])
      for (const one of members) {
        const index = one.roles.findIndex(({ membership }) => membership === params['membership']);
        if (index === -1) continue;
        one.roles.splice(index, 1);
        if (one.roles.length === 0) members.splice(members.indexOf(one), 1);
        return;
      }
    throw refusal(404, 'not-their-organization', 'There is nothing here that you may change.');
  }),
  route(endpoints.readApprenticeSignIn, ({ params }) => {
    const known = state.people.withoutSignIn.get(params['apprenticeship'] ?? '');
    return { hasSignIn: !known, hasAddress: known?.hasAddress ?? true, invitation: known?.invitation ?? null };
  }),
];

const invitationRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.invite, ({ body }) => {
    const place = places(state).find((one) => one.id === body.organization);
    if (place?.invitations.some((one) => one.email === body.email && one.role === body.role))
      throw refusal(409, 'invited-already', 'An invitation waits for an answer already.');
    const added = newInvitation(state, body);
    place?.invitations.push(added);
    return added;
  }),
  route(endpoints.invitePartner, ({ body }) => {
    const { kind, organization, sponsor: by } = body;
    const role = kind === 'employer' ? 'employer-admin' : 'college-admin';
    const added = newInvitation(state, { ...body, role });
    const partner = { id: fakeId(), name: organization, kind, sponsor: by, administrators: 0 };
    state.people.partners.push({ ...partner, invitations: [added], mayInvite: [role] });
    return added;
  }),
  route(endpoints.inviteApprentice, ({ params, body }) => {
    const known = state.people.withoutSignIn.get(params['apprenticeship'] ?? '');
    if (!known) throw refusal(409, 'has-sign-in', 'The apprentice can sign in already.');
    const apprentice = state.apprenticeships.find((one) => one.id === params['apprenticeship'])?.apprentice;
    known.invitation = newInvitation(state, {
      role: 'apprentice',
      name: apprentice?.name ?? '',
      email: body.email ?? 'on.file@example.org',
    });
    return known.invitation;
  }),
  route(endpoints.resendInvitation, ({ params }) => {
    const { found } = findInvitation(state, params['invitation']);
    return Object.assign(found, { mailed: state.people.mailWorks, hasRunOut: false, inviterLeft: false });
  }),
  route(endpoints.revokeInvitation, ({ params }) => findInvitation(state, params['invitation']).remove()),
];
