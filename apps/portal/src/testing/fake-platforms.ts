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

/** Of a trouble that is a matter of the whole platform. */
export const ofAll = { courses: [], moreCourses: 0 };

/** An installation in Canvas that works, unless told otherwise. */
export const fakeConnection = (part: Partial<FakeConnection> = {}): FakeConnection => ({
  id: fakeId(),
  name: 'Canvas of Lakeside',
  profile: 'canvas',
  issuer: 'https://canvas.instructure.com',
  clientId: '24156000000000001',
  authUrl: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
  tokenUrl: 'https://sso.canvaslms.com/login/oauth2/token',
  jwksUrl: 'https://sso.canvaslms.com/api/lti/security/jwks',
  deploymentId: '1:lakeside',
  correction: 'by-invitation',
  removable: false,
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

/** One that was entered by hand, and that nobody opened. */
export const enteredConnection = (part: Partial<FakeConnection> = {}): FakeConnection =>
  fakeConnection({
    name: 'Moodle of Lakeside',
    profile: 'moodle',
    issuer: 'https://moodle.lakeside.example',
    clientId: 'uHu0M93mukuyeez',
    authUrl: 'https://moodle.lakeside.example/mod/lti/auth.php',
    tokenUrl: 'https://moodle.lakeside.example/mod/lti/token.php',
    jwksUrl: 'https://moodle.lakeside.example/mod/lti/certs.php',
    deploymentId: '2',
    correction: 'everything',
    removable: true,
    state: 'unused',
    lastLaunchAt: null,
    rosterReadAt: null,
    lastOkAt: null,
    ...part,
  });

const tool = {
  login: 'https://lti.example/lti/login',
  launch: 'https://lti.example/lti/launch',
  deepLinking: 'https://lti.example/lti/launch',
  keys: 'https://lti.example/lti/jwks.json',
  icon: 'https://journeybook.example/icon.svg',
};

const editionOfConnection = (one: FakeConnection | undefined) =>
  editionOf(one && [one.name, one.issuer, one.clientId, one.authUrl, one.tokenUrl, one.jwksUrl].join(' '));

const shownOf = ({ platforms }: FakeState, params: Readonly<Record<string, string>>) =>
  editionOfConnection(platforms.connections.find((one) => one.id === params['platform']));

function viewOf({ platforms }: FakeState, id: string | undefined) {
  const of = platforms.colleges.find((one) => one.id === id);
  if (!of) throw refusal(404, 'not-found', 'There is nothing here that you may see.');
  const own = of.id === college.id;
  return {
    college: of,
    connections: own ? platforms.connections.map((one) => ({ ...one, edition: editionOfConnection(one) })) : [],
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
    const { deploymentIds, ...entered } = body;
    for (const deploymentId of deploymentIds)
      state.platforms.connections.push(enteredConnection({ ...entered, deploymentId, profile: 'generic' }));
    return viewOf(state, params['college']);
  }),
  route(endpoints.approvePlatform, ({ params }) => change(state, params, { state: 'unused' })),
  route(endpoints.blockPlatform, ({ params }) => change(state, params, { state: 'blocked' })),
  route(endpoints.unblockPlatform, ({ params }) => change(state, params, { state: 'unused' })),
  route(endpoints.renamePlatform, ({ params, body, shown }) => {
    asShown(shown, shownOf(state, params));
    return change(state, params, { name: body.name });
  }),
  route(endpoints.correctPlatform, ({ params, body, shown }) => {
    asShown(shown, shownOf(state, params));
    const check = { askedAt: momentAgo(0), doneAt: momentAgo(0), keysProblem: null, tokenProblem: null };
    return change(state, params, { ...body, check });
  }),
  route(endpoints.removePlatform, ({ params, shown }) => {
    asShown(shown, shownOf(state, params));
    state.platforms.connections = state.platforms.connections.filter((one) => one.id !== params['platform']);
    return viewOf(state, params['college']);
  }),
  route(endpoints.checkPlatform, ({ params }) => {
    const moment = new Date().toISOString();
    return change(state, params, {
      check: { askedAt: moment, doneAt: moment, keysProblem: null, tokenProblem: null },
    });
  }),
];
