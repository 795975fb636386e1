import { endpoints } from '@journeybook/contracts';
import type { EventReader, EventOnFile } from '@journeybook/database/testing';

type Name = keyof typeof endpoints;

/** Calls that may succeed and leave no event, with the reason. Whatever is not here leaves exactly one. */
export const mayLeaveNone: Partial<Record<Name, string>> = {
  openInvitation: 'reads what a link opens',
  renewLaunch: 'keeps a page open',
  askPasskeyToSignIn: 'asks for a challenge',
  askPasskeyToFreshen: 'asks for a challenge',
  askForNewPasskey: 'asks for a challenge',
  startAuthenticator: 'holds nothing before it is confirmed',
  countAnswers: 'is a view',
  exportForAgency: 'is an export',
  readOwnData: 'is an export',
  beginProviderSignIn: 'asks for a way to a provider',
  connectAccount: 'asks for a way to a provider',
  testProvider: 'asks for a way to a provider',
  openMentorCode: 'reads whose code it is',
  sendLinkByCode: 'is answered before anything is looked up',
  forgotPassword: 'is answered before anything is looked up',
  reportLaunch: 'the launch is on file when its page opens it',
  reportPicker: 'the picker is on file when its page opens it',
  reportRoster: 'on file when a credit is questioned',
  reportResults: 'on file when something is credited',
  reportSyncFailure: 'changes no record',
  reportScoreOutcome: 'changes no record',
  logHours: 'sent again, it is the same entry',
  draftAgreement: 'sent again, it is the same agreement',
  giveWageStep: 'said again, it is the same step',
  addCollege: 'added again, it is the same college',
  confirmCompletions: 'nobody may have been credited',
  unmatchLearner: 'there may be no match',
  matchLearners: 'nobody may have been matched',
  undoMatches: 'there may be no match',
};

const nameOf = (method: string, path: string): Name | undefined =>
  (Object.keys(endpoints) as Name[]).find(
    (name) =>
      endpoints[name].method === method &&
      new RegExp(`^${endpoints[name].path.replaceAll(/:[a-zA-Z]+/g, '[^/]+')}$`).test(path),
  );

/**
 * A fetch that holds every call of a test against the trail: what succeeded and changes something left one event that says who, as
 * what, for whom and from where; what was refused left none of a change.
 */
export const checkingTrail =
  (fetch: typeof globalThis.fetch, events: EventReader): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    const method = init?.method ?? 'GET';
    const name = nameOf(method, new URL(input instanceof Request ? input.url : input).pathname);
    const requestId = response.headers.get('x-request-id');
    if (method === 'GET' || !name || !requestId) return response;
    const changes = (await events.of(requestId)).filter(({ kind }) => kind === 'change');
    const fault = response.ok
      ? faultOfSuccess(name, changes)
      : changes.length > 0
        ? 'left the event of a change'
        : null;
    // By this name the client hands it on as it is; anything else would pass for a broken connection.
    if (fault)
      throw new DOMException(`${name} (${response.status}) ${fault}: ${JSON.stringify(changes)}`, 'AbortError');
    return response;
  };

function faultOfSuccess(name: Name, changes: readonly EventOnFile[]): string | null {
  if (changes.length === 0 && mayLeaveNone[name]) return null;
  const [event, ...others] = changes;
  if (!event || others.length > 0) return 'did not leave exactly one event';
  const { method, path } = endpoints[name];
  if (event.action !== `${method} ${path}`) return 'names another action';
  if (!event.address) return 'does not say from where';
  if (event.caller === 'person' && !event.person) return 'does not say who';
  if (event.role !== null && !event.organization) return 'says in which role and not where';
  return null;
}
