import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { launchScopes, linkScopes, machineScopes, pickerScopes, roleScopes } from '@journeybook/domain';
import { Controller, Get, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppModule } from '../app.module.js';
import { machineToken } from '../testing/environment.js';
import { listRoutes } from '../testing/list-routes.js';
import { linkCookieOf } from '../testing/mentor-link.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

type Name = keyof typeof endpoints;
const names = Object.keys(endpoints) as Name[];

const callerNames = [
  'nobody',
  'apprentice',
  'mentor',
  'employer',
  'sponsor',
  'machine',
  'instructor',
  'assistant',
  'learner',
  'visitor',
  'picker',
  'link',
] as const;
type CallerName = (typeof callerNames)[number];

const everybody = callerNames;
const signedIn = ['apprentice', 'mentor', 'employer', 'sponsor'] as const;
const launched = ['instructor', 'assistant', 'learner', 'visitor'] as const;
const pages = [...launched, 'picker'] as const;

/** Who gets past the door of each route. On which row is decided behind it, and tested with each feature. */
const mayTry: Record<Name, readonly CallerName[]> = {
  signIn: everybody,
  installation: everybody,
  openLaunch: everybody,
  currentSession: signedIn,
  signOut: signedIn,
  forgotPassword: everybody,
  resetPassword: everybody,
  openInvitation: everybody,
  acceptInvitation: everybody,
  joinByInvitation: signedIn,
  changePassword: signedIn,
  listSessions: signedIn,
  endSession: signedIn,
  endOtherSessions: signedIn,
  beginProviderSignIn: everybody,
  endProviderSignIn: everybody,
  readProviders: ['employer', 'sponsor'],
  saveProvider: ['employer', 'sponsor'],
  testProvider: ['employer', 'sponsor'],
  useProvider: ['employer', 'sponsor'],
  requestDomain: ['employer', 'sponsor'],
  allowDomain: ['employer', 'sponsor'],
  removeDomain: ['employer', 'sponsor'],
  unlinkProvider: ['employer', 'sponsor'],
  acceptWithoutAccount: everybody,
  listMentorLinks: ['apprentice', 'employer'],
  sendMentorLink: ['apprentice', 'employer'],
  revokeMentorLink: ['apprentice', 'employer'],
  giveMentorCode: ['apprentice', 'employer'],
  openMentorCode: everybody,
  sendLinkByCode: everybody,
  openMentorLink: everybody,
  readLinkSession: ['link'],
  endLinkSession: ['link'],
  linkQueue: ['link'],
  linkApprove: ['link'],
  linkUndo: ['link'],
  linkReturn: ['link'],
  linkRequests: ['link'],
  linkDemonstrate: ['link'],
  linkObserve: ['link'],
  linkSignOff: ['link'],
  linkDecline: ['link'],
  listPeople: ['employer', 'sponsor'],
  invite: ['employer', 'sponsor'],
  invitePartner: ['employer', 'sponsor'],
  readApprenticeSignIn: ['employer', 'sponsor'],
  inviteApprentice: ['employer', 'sponsor'],
  resendInvitation: ['employer', 'sponsor'],
  revokeInvitation: ['employer', 'sponsor'],
  endRole: ['employer', 'sponsor'],
  logHours: ['apprentice'],
  listHours: ['apprentice'],
  correctHours: ['apprentice'],
  discardHours: ['apprentice'],
  approvalQueue: ['mentor'],
  approveHours: ['mentor'],
  undoApproval: ['mentor'],
  returnHours: ['mentor'],
  signOff: ['mentor'],
  correctRecordedHours: ['mentor', 'sponsor'],
  reverseHours: ['mentor', 'sponsor'],
  approveVariance: ['sponsor'],
  listPaidHours: ['employer'],
  recordPaidHours: ['employer'],
  demonstrate: ['mentor'],
  observe: ['mentor'],
  voidSignOff: ['mentor', 'sponsor'],
  competencyHistory: signedIn,
  requestSignOff: ['apprentice'],
  withdrawSignOffRequest: ['apprentice'],
  listSignOffRequests: ['mentor'],
  declineSignOff: ['mentor'],
  voidEntry: ['sponsor'],
  programOptions: ['sponsor'],
  draftAgreement: ['sponsor'],
  readAgreement: signedIn,
  registerApprentice: ['sponsor'],
  changeStatus: ['apprentice', 'sponsor'],
  transferApprentice: ['sponsor'],
  changeEmployer: ['sponsor'],
  listOtherEmployers: ['sponsor'],
  listPossibleMentors: ['employer', 'sponsor'],
  assignMentor: ['employer', 'sponsor'],
  endMentorship: ['employer', 'sponsor'],
  listNotices: ['sponsor'],
  reportNotice: ['sponsor'],
  listStandards: signedIn,
  readStandard: signedIn,
  compareStandards: signedIn,
  listAgencyPolicies: signedIn,
  createDraft: ['sponsor'],
  importDraft: ['sponsor'],
  readDraft: ['sponsor'],
  editDraft: ['sponsor'],
  discardDraft: ['sponsor'],
  publishDraft: ['sponsor'],
  readCustomisation: signedIn,
  customise: ['employer'],
  proposeMove: ['sponsor'],
  moveApprentice: ['sponsor'],
  readStanding: signedIn,
  requestStanding: ['apprentice', 'employer', 'sponsor'],
  listStandingRequests: ['sponsor'],
  decideStanding: ['sponsor'],
  readWages: ['apprentice', 'employer', 'sponsor'],
  giveWageStep: ['employer', 'sponsor'],
  listWagesDue: ['employer', 'sponsor'],
  readCompletion: signedIn,
  recordCredential: ['employer', 'sponsor'],
  attestMastery: ['employer'],
  reviewItems: ['sponsor'],
  awardCompletion: ['sponsor'],
  returnCompletion: ['sponsor'],
  listCompletions: ['sponsor'],
  listApprenticeships: signedIn,
  readRecord: signedIn,
  listEntries: signedIn,
  renewLaunch: pages,
  readSection: ['instructor', 'assistant'],
  readRoster: ['instructor', 'assistant'],
  mapCourse: ['instructor'],
  searchApprentices: ['instructor'],
  matchLearner: ['instructor'],
  declineSuggestion: ['instructor'],
  unmatchLearner: ['instructor'],
  confirmCompletions: ['instructor'],
  undoCompletions: ['instructor'],
  decideReviews: ['instructor'],
  claimRecord: ['learner'],
  giveClaimCode: ['employer', 'sponsor'],
  ownLaunchRecord: ['learner'],
  ownLaunchEntries: ['learner'],
  readPicker: ['picker'],
  pickCourses: ['picker'],
  listPlatformColleges: ['sponsor'],
  addCollege: ['sponsor'],
  readPlatforms: ['sponsor'],
  invitePlatform: ['sponsor'],
  connectPlatform: ['sponsor'],
  approvePlatform: ['sponsor'],
  blockPlatform: ['sponsor'],
  unblockPlatform: ['sponsor'],
  renamePlatform: ['sponsor'],
  checkPlatform: ['sponsor'],
  reportLaunch: ['machine'],
  reportRoster: ['machine'],
  reportResults: ['machine'],
  reportSyncFailure: ['machine'],
  readScoreDelivery: ['machine'],
  reportScoreOutcome: ['machine'],
  reportPicker: ['machine'],
  readPicks: ['machine'],
};

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

describe('the routes of the API', () => {
  const served = () => listRoutes(api.app).filter((route) => route.line !== 'GET /health');

  test('are the operations of the contract, each served exactly once', () => {
    const contract = names.map((name) => `${endpoints[name].method} ${endpoints[name].path}`);
    expect(
      served()
        .map((route) => route.line)
        .toSorted(),
    ).toEqual(contract.toSorted());
  });
  test('each say who may call them', () => {
    expect(listRoutes(api.app).filter((route) => route.admission === undefined)).toEqual([]);
  });
  test('admit by a scope that somebody holds', () => {
    const held = new Set<string>([
      ...[roleScopes, launchScopes].flatMap((roles) => Object.values(roles).flat()),
      ...machineScopes,
      ...pickerScopes,
      ...linkScopes,
      'public',
      'signed-in',
      'launched',
    ]);
    expect(served().filter((route) => !held.has(route.admission ?? ''))).toEqual([]);
  });
});

/** The kind of the problem an answer holds; empty when it holds none. */
async function kindOf(response: Response): Promise<string> {
  const text = await response.text();
  return text === '' ? '' : ((JSON.parse(text) as { kind?: string }).kind ?? '');
}

describe('a route that says nothing of who may call it', () => {
  @Controller()
  class ForgetfulController {
    @Get('/api/forgotten')
    read() {
      return 'secret';
    }
    @Post('/api/forgotten')
    write() {
      return 'done';
    }
  }
  test.each(['GET', 'POST'])('admits nobody (%s)', async (method) => {
    const module = Test.createTestingModule({
      imports: [AppModule.with(api.services)],
      controllers: [ForgetfulController],
    });
    const app = (await module.compile()).createNestApplication({ logger: false });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    for (const headers of Object.values(await credentials())) {
      const response = await fetch(`http://127.0.0.1:${port}/api/forgotten`, { method, headers });
      expect([response.status, await kindOf(response)]).toEqual([403, 'not-allowed']);
    }
    await app.close();
  });
});

/** The header that each caller comes with. */
async function credentials(): Promise<Record<CallerName, Record<string, string>>> {
  const cookie = async (person: (typeof people)[keyof typeof people]) => ({ cookie: await api.cookieOf(person) });
  const launch = async (role: (typeof launched)[number]) => {
    const { token } = await api.launched({ role, person: { subject: role, name: role, email: null, sisId: null } });
    return { authorization: `Bearer ${token}` };
  };
  return {
    nobody: {},
    apprentice: await cookie(people.ada),
    mentor: await cookie(people.grace),
    employer: await cookie(people.foundryAdmin),
    sponsor: await cookie(people.councilAdmin),
    machine: { authorization: `Bearer ${machineToken}` },
    instructor: await launch('instructor'),
    assistant: await launch('assistant'),
    learner: await launch('learner'),
    visitor: await launch('visitor'),
    picker: { authorization: `Bearer ${(await api.picking()).token}` },
    link: { cookie: await linkCookieOf(api) },
  };
}

describe('who may not', () => {
  /** Asks for an operation with nothing in it: whoever is let in is told what is missing, or what is not there. */
  async function ask(name: Name, credential: Record<string, string>): Promise<string> {
    const { method, path, body } = endpoints[name];
    const address = path.replace(/:[a-zA-Z]+/g, newId());
    const json = body ? { 'content-type': 'application/json' } : {};
    const response = await fetch(`${api.url}${address}`, {
      method,
      headers: { ...credential, ...json },
      ...(body ? { body: '{}' } : {}),
    });
    return `${response.status} ${await kindOf(response)}`;
  }
  /** These end the credential they are called with, or every other of the same person. */
  const endsCredentials: readonly Name[] = ['signOut', 'renewLaunch', 'endOtherSessions', 'endLinkSession'];
  let shared: ReturnType<typeof credentials> | undefined;
  const closed = ['401 not-signed-in', '403 not-allowed', '401 launch-ended'];

  test.each(names)('call %s', async (name) => {
    const headers = endsCredentials.includes(name) ? await credentials() : await (shared ??= credentials());
    for (const caller of callerNames) {
      const answer = await ask(name, headers[caller]);
      if (mayTry[name].includes(caller))
        expect([...closed, '500 internal'], `${name} by ${caller}`).not.toContain(answer);
      else expect(answer, `${name} by ${caller}`).toBe(caller === 'nobody' ? '401 not-signed-in' : '403 not-allowed');
    }
    if (name === 'endOtherSessions') shared = undefined;
  });

  test('call anything with a bearer that nobody was given', async () => {
    for (const authorization of ['Bearer made-up', `Bearer ${machineToken.slice(0, -1)}`, `Bearer ${machineToken}x`]) {
      const response = await fetch(`${api.url}/api/section`, { headers: { authorization } });
      expect([response.status, await kindOf(response)]).toEqual([401, 'launch-ended']);
    }
  });
  test('use a bearer as a cookie, nor a cookie as a bearer', async () => {
    const headers = await credentials();
    const token = headers.instructor['authorization']?.slice('Bearer '.length) ?? '';
    const session = headers.mentor['cookie']?.split('=')[1] ?? '';
    const asked = await Promise.all([
      fetch(`${api.url}/api/section`, { headers: { cookie: `journeybook_session=${token}` } }),
      fetch(`${api.url}/api/approvals`, { headers: { authorization: `Bearer ${session}` } }),
      fetch(`${api.url}/api/lms/launches`, {
        method: 'POST',
        headers: { cookie: `journeybook_session=${machineToken}` },
      }),
    ]);
    expect(asked.map((response) => response.status)).toEqual([401, 401, 401]);
  });
});
