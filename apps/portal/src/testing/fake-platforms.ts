import { endpoints, type platformConnection } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import { college, fakeId, momentAgo, named, sponsor } from './fake-world.js';

export type FakeConnection = Omit<z.input<typeof platformConnection>, 'edition'>;

export interface FakePlatforms {
  readonly colleges: { id: string; name: string }[];
  connections: FakeConnection[];
  registered: { id: string; name: string; profile: 'moodle' | 'canvas' | 'generic'; registeredAt: string }[];
}

/** An installation in Canvas that works, unless told otherwise. */
export const fakeConnection = (part: Partial<FakeConnection> = {}): FakeConnection => ({
  id: fakeId(),
  name: 'Canvas of Lakeside',
  profile: 'canvas',
  issuer: 'https://canvas.instructure.com',
  clientId: '24156000000000001',
  deploymentId: '1:lakeside',
  state: 'well',
  troubles: [],
  seen: null,
  lastLaunchAt: momentAgo(1),
  rosterReadAt: momentAgo(1),
  gradeDeliveredAt: null,
  lastOkAt: momentAgo(1),
  leftAloneUntil: null,
  check: null,
  ...part,
});

export const fakePlatforms = (): FakePlatforms => ({ colleges: [named(college)], connections: [], registered: [] });

const tool = {
  login: 'https://lti.example/lti/login',
  launch: 'https://lti.example/lti/launch',
  deepLinking: 'https://lti.example/lti/launch',
  keys: 'https://lti.example/lti/jwks.json',
  icon: 'https://journeybook.example/icon.svg',
};

function viewOf({ platforms }: FakeState, id: string | undefined) {
  const of = platforms.colleges.find((one) => one.id === id);
  if (!of) throw refusal(404, 'not-found', 'There is nothing here that you may see.');
  const own = of.id === college.id;
  return {
    college: of,
    connections: own ? platforms.connections.map((one) => ({ ...one, edition: editionOf(one.name) })) : [],
    registered: own ? platforms.registered : [],
    tool,
  };
}

/** Changes one installation and answers what is there then. */
function change(state: FakeState, params: Readonly<Record<string, string>>, part: Partial<FakeConnection>) {
  state.platforms.connections = state.platforms.connections.map((one) =>
    one.id === params['platform'] ? { ...one, ...part } : one,
  );
  return viewOf(state, params['college']);
}

/** The platforms of the colleges of whoever is signed in. */
export const platformRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listPlatformColleges, () => ({
    colleges: state.platforms.colleges,
    sponsors: state.signedIn?.roles.some(({ role }) => role === 'sponsor-admin') ? [named(sponsor)] : [],
  })),
  route(endpoints.addCollege, ({ body }) => {
    const added = { id: fakeId(), name: body.name };
    state.platforms.colleges.push(added);
    return added;
  }),
  route(endpoints.readPlatforms, ({ params }) => viewOf(state, params['college'])),
  route(endpoints.invitePlatform, () => ({
    link: 'https://lti.example/lti/register?invitation=secret',
    expiresAt: momentAgo(-7),
  })),
  route(endpoints.connectPlatform, ({ params, body }) => {
    const { name, issuer, clientId, deploymentIds } = body;
    const fresh = { state: 'unused' as const, lastLaunchAt: null, rosterReadAt: null };
    for (const deploymentId of deploymentIds)
      state.platforms.connections.push(
        fakeConnection({ ...fresh, name, issuer, clientId, deploymentId, profile: 'generic' }),
      );
    return viewOf(state, params['college']);
  }),
  route(endpoints.approvePlatform, ({ params }) => change(state, params, { state: 'unused' })),
  route(endpoints.blockPlatform, ({ params }) => change(state, params, { state: 'blocked' })),
  route(endpoints.unblockPlatform, ({ params }) => change(state, params, { state: 'unused' })),
  route(endpoints.renamePlatform, ({ params, body, shown }) => {
    const renamed = state.platforms.connections.find((one) => one.id === params['platform']);
    asShown(shown, editionOf(renamed?.name));
    return change(state, params, { name: body.name });
  }),
  route(endpoints.checkPlatform, ({ params }) => {
    const moment = new Date().toISOString();
    return change(state, params, {
      check: { askedAt: moment, doneAt: moment, keysProblem: null, tokenProblem: null },
    });
  }),
];
