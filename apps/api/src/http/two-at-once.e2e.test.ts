import type { Client, Shown } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { college, council, day, foundry, processCode } from '@journeybook/domain/testing';
import type { TestProvider } from '@journeybook/test-provider';
import { startProvider } from '@journeybook/test-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { readyApprentice, review } from '../testing/completion.js';
import { dayOf, line, log } from '../testing/hours.js';
import { give, ownAnswersOf } from '../testing/privacy.js';
import { imtContents, writeDraft } from '../testing/program.js';
import { addHolders, holders } from '../testing/portal-roles.js';
import { refusalOf } from '../testing/refusal-of.js';
import { rowsOf, sides } from '../testing/rows-of.js';
import { addPasskey } from '../testing/second-factor.js';
import { manufacturing101, openSection } from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, addPeople, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let provider: TestProvider;
let paths: Readonly<Record<string, string>>;
beforeAll(async () => {
  api = await startApi({ ALLOW_LOOPBACK_PROVIDERS: 'true' });
  await buildWorld(api.database);
  await addHolders(api);
  provider = await startProvider();
  paths = (await rowsOf(api, sides.ada)).college.path ?? {};
});
afterAll(async () => {
  await provider.stop();
  await api.stop();
});

/** Something that two may change: how each says it, and what is there. */
interface Changed {
  /** What two make of it who were shown the same. */
  readonly values: readonly [unknown, unknown];
  readonly shown: () => Promise<Shown>;
  readonly edit: (value: never, ifMatch: Shown) => Promise<unknown>;
  readonly now: () => Promise<unknown>;
}

const changed = <Value>(one: {
  values: readonly [Value, Value];
  shown: () => Promise<Shown>;
  edit: (value: Value, ifMatch: Shown) => Promise<unknown>;
  now: () => Promise<Value>;
}): Changed => one;

/** Something that one takes away while another changes it. */
interface TakenAway {
  readonly shown: () => Promise<Shown>;
  readonly change: () => Promise<unknown>;
  readonly takeAway: (ifMatch: Shown) => Promise<unknown>;
  readonly isThere: () => Promise<boolean>;
}

type Endpoints = typeof endpoints;
type Edit = { [Name in keyof Endpoints]: Endpoints[Name]['edits'] extends true ? Name : never }[keyof Endpoints];

const must = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('it is not there');
  return value;
};

async function loggedDraft() {
  const person = await addApprentice(api.database);
  const call = await api.as(person);
  const { apprenticeship } = person;
  const [entry] = await log(call, apprenticeship, dayOf([line()], { submit: false }));
  const read = async () =>
    (await call(endpoints.listHours, { params: { apprenticeship } })).entries.find((one) => one.id === entry?.id);
  const params = { entry: must(entry).id };
  const body = { workedOn: day('2026-03-03'), workProcess: processCode('WP01'), minutes: 60, submit: false };
  const shown = async () => must(await read()).version;
  const correct = (note: string, ifMatch: Shown) =>
    call(endpoints.correctHours, { params, body: { ...body, note }, ifMatch });
  return { call, params, read, shown, correct };
}

async function draft() {
  const call = await api.as(people.councilAdmin);
  const { id } = await writeDraft(call, imtContents());
  const params = { draft: id };
  const shown = async () => (await call(endpoints.readDraft, { params })).edition;
  const edit = (termMonths: number, ifMatch: Shown) =>
    call(endpoints.editDraft, { params, body: { contents: imtContents({ termMonths }) }, ifMatch });
  return { call, params, shown, edit };
}

async function learner() {
  const { call, identityOf } = await openSection(api, ['one']);
  const people = [await addApprentice(api.database), await addApprentice(api.database)] as const;
  const params = { identity: identityOf('one') };
  const read = async () => must((await call(endpoints.readSection, {})).learners[0]);
  const match = (apprenticeship: string, ifMatch: Shown) =>
    call(endpoints.matchLearner, { params, body: { apprenticeship }, ifMatch });
  const shown = async () => (await read()).edition;
  const matchedTo = async () => {
    const { match } = await read();
    return match.state === 'matched' ? match.apprentice.apprenticeship : '';
  };
  return {
    call,
    params,
    shown,
    match,
    matchedTo,
    values: [people[0].apprenticeship, people[1].apprenticeship] as const,
  };
}

/** A platform that the college entered by hand, and nobody opened. */
async function enteredPlatform() {
  const call = await api.as(holders['college-admin']);
  const issuer = `https://${newId()}.example.edu`;
  const addresses = { authUrl: `${issuer}/auth`, tokenUrl: `${issuer}/token`, jwksUrl: `${issuer}/keys` };
  const body = { issuer, clientId: 'c-1', ...addresses };
  const entered = { ...body, name: 'Brightspace', deploymentIds: ['1'] };
  const view = await call(endpoints.connectPlatform, { params: { college }, body: entered });
  const { id: platform } = must(view.connections.find((one) => one.issuer === issuer));
  const params = { college, platform };
  const find = async () =>
    (await call(endpoints.readPlatforms, { params })).connections.find(({ id }) => id === platform);
  return { call, params, body, find, read: async () => must(await find()) };
}

const ownProvider = async (call: Client) =>
  must((await call(endpoints.readProviders, {})).organizations.find(({ id }) => id === foundry));

/** Every edit of the contract: leave one out and this does not compile. */
const edits: Readonly<Record<Edit, () => Promise<Changed | TakenAway>>> = {
  async correctHours() {
    const { read, shown, correct } = await loggedDraft();
    return changed({ values: ['first', 'second'], shown, edit: correct, now: async () => must(await read()).note });
  },
  async discardHours() {
    const { call, params, read, shown, correct } = await loggedDraft();
    return {
      shown,
      change: async () => correct('Until noon', await shown()),
      takeAway: (ifMatch) => call(endpoints.discardHours, { params, ifMatch }),
      isThere: async () => (await read()) !== undefined,
    };
  },
  async recordPaidHours() {
    const { apprenticeship } = await addApprentice(api.database);
    const call = await api.as(people.foundryAdmin);
    const params = { apprenticeship };
    const week = { from: day('2026-02-23'), until: day('2026-03-01') };
    const read = () => call(endpoints.listPaidHours, { params });
    return changed<number>({
      values: [2_400, 2_340],
      shown: async () => (await read()).edition,
      edit: (minutes, ifMatch) => call(endpoints.recordPaidHours, { params, body: { ...week, minutes }, ifMatch }),
      now: async () => must((await read()).periods[0]).minutes,
    });
  },
  async reportNotice() {
    const call = await api.as(people.councilAdmin);
    const entry = must(paths['notices/:entry']);
    const read = async () =>
      must((await call(endpoints.listNotices, {})).notices.find((notice) => notice.entry === entry));
    return changed({
      values: ['RAPIDS 1', 'RAPIDS 2'],
      shown: async () => (await read()).edition,
      edit: (reference, ifMatch) =>
        call(endpoints.reportNotice, {
          params: { entry },
          body: { reportedOn: day('2026-03-04'), reference },
          ifMatch,
        }),
      now: async () => (await read()).reference,
    });
  },
  async editDraft() {
    const { call, params, shown, edit } = await draft();
    const now = async () => (await call(endpoints.readDraft, { params })).contents.termMonths;
    return changed({ values: [17, 16], shown, edit, now });
  },
  async discardDraft() {
    const { call, params, shown, edit } = await draft();
    return {
      shown,
      change: async () => edit(16, await shown()),
      takeAway: (ifMatch) => call(endpoints.discardDraft, { params, ifMatch }),
      isThere: () =>
        call(endpoints.readDraft, { params }).then(
          () => true,
          () => false,
        ),
    };
  },
  async reviewItems() {
    const { apprenticeship } = await readyApprentice(api.database);
    const call = await api.as(people.councilAdmin);
    const read = () => call(endpoints.readCompletion, { params: { apprenticeship } });
    const item = { kind: 'process-hours', code: 'WP01', remark: 'Which line?' } as const;
    return changed<string>({
      values: ['accepted', 'questioned'],
      shown: async () => (await read()).reviewVersion,
      edit: (verdict, ifMatch) =>
        review(call, apprenticeship, [{ ...item, verdict: verdict as 'accepted' }], Number(ifMatch)),
      now: async () => must((await read()).requirements.find(({ code }) => code === 'WP01')).review?.verdict ?? '',
    });
  },
  async saveProvider() {
    const call = await api.as(people.foundryAdmin);
    const { issuer, secret } = provider;
    return changed({
      values: ['first-client', 'second-client'],
      shown: async () => (await ownProvider(call)).edition,
      edit: (clientId, ifMatch) =>
        call(endpoints.saveProvider, {
          params: { organization: foundry },
          body: { issuer, clientId, secret },
          ifMatch,
        }),
      now: async () => (await ownProvider(call)).provider?.clientId ?? '',
    });
  },
  async removeDomain() {
    const [call, sponsor] = [await api.as(people.foundryAdmin), await api.as(people.councilAdmin)];
    const [organization, domain] = [foundry, 'castings.example'];
    await call(endpoints.requestDomain, { params: { organization }, body: { domain } });
    const read = async () => (await ownProvider(call)).domains.find((one) => one.domain === domain);
    return {
      shown: async () => must(await read()).edition,
      change: () => sponsor(endpoints.allowDomain, { params: { organization, domain } }),
      takeAway: (ifMatch) => call(endpoints.removeDomain, { params: { organization, domain }, ifMatch }),
      isThere: async () => (await read()) !== undefined,
    };
  },
  async giveAnswer() {
    const call = await api.as(await addApprentice(api.database));
    return changed<string>({
      values: ['female', 'male'],
      shown: async () => must((await ownAnswersOf(call)).editions.sex),
      edit: (value, ifMatch) =>
        call(endpoints.giveAnswer, { params: { field: 'sex' }, body: { values: [value] }, ifMatch }),
      now: async () => (await ownAnswersOf(call)).answers.sex?.values[0] ?? '',
    });
  },
  async withdrawAnswer() {
    const call = await api.as(await addApprentice(api.database));
    await give(call, 'ssn', '512-34-6789');
    return {
      shown: async () => must((await ownAnswersOf(call)).editions.ssn),
      // The same again is another edition: nobody could tell from it what was answered.
      change: () => give(call, 'ssn', '512-34-6789'),
      takeAway: (ifMatch) => call(endpoints.withdrawAnswer, { params: { field: 'ssn' }, ifMatch }),
      isThere: async () => (await ownAnswersOf(call)).ssn !== null,
    };
  },
  async renamePlatform() {
    const call = await api.as(holders['college-admin']);
    const params = { college, platform: must(paths['platforms/:platform']) };
    const read = async () =>
      must((await call(endpoints.readPlatforms, { params })).connections.find(({ id }) => id === params.platform));
    return changed({
      values: ['North campus', 'South campus'],
      shown: async () => (await read()).edition,
      edit: (name, ifMatch) => call(endpoints.renamePlatform, { params, body: { name }, ifMatch }),
      now: async () => (await read()).name,
    });
  },
  async correctPlatform() {
    const { call, params, body, read } = await enteredPlatform();
    return changed({
      values: [`${body.issuer}/certs`, `${body.issuer}/jwks`],
      shown: async () => (await read()).edition,
      edit: (jwksUrl, ifMatch) => call(endpoints.correctPlatform, { params, body: { ...body, jwksUrl }, ifMatch }),
      now: async () => (await read()).jwksUrl,
    });
  },
  async removePlatform() {
    const { call, params, body, find, read } = await enteredPlatform();
    const shown = async () => (await read()).edition;
    return {
      shown,
      change: async () => {
        const corrected = { ...body, tokenUrl: `${body.issuer}/oauth2` };
        return call(endpoints.correctPlatform, { params, body: corrected, ifMatch: await shown() });
      },
      takeAway: (ifMatch) => call(endpoints.removePlatform, { params, ifMatch }),
      isThere: async () => (await find()) !== undefined,
    };
  },
  async mapCourse() {
    const { call } = await openSection(api, []);
    return changed<number>({
      values: [70, 80],
      shown: async () => (await call(endpoints.readSection, {})).edition,
      edit: (passMarkPercent, ifMatch) =>
        call(endpoints.mapCourse, { body: { ...manufacturing101, passMarkPercent }, ifMatch }),
      now: async () => (await call(endpoints.readSection, {})).mapping?.passMarkPercent ?? 0,
    });
  },
  async matchLearner() {
    const { values, shown, match, matchedTo } = await learner();
    return changed<string>({ values, shown, edit: match, now: matchedTo });
  },
  async unmatchLearner() {
    const { call, params, values, shown, match, matchedTo } = await learner();
    await match(values[0], await shown());
    return {
      shown,
      change: async () => match(values[1], await shown()),
      takeAway: (ifMatch) => call(endpoints.unmatchLearner, { params, ifMatch }),
      isThere: async () => (await matchedTo()) !== '',
    };
  },
  async recordResults() {
    const teacher = { id: newId<PersonId>(), name: 'Tara Teacher', email: 'tara@lakeside.example' };
    await addPeople(api.database, [teacher]);
    await addMembership(api.database, teacher, college, 'instructor');
    const call = await api.as(teacher);
    const { apprenticeship } = await addApprentice(api.database);
    const days = { startsOn: day('2026-03-02'), endsOn: day('2026-05-29') };
    const body = { ...manufacturing101, ...days, college, title: 'Evenings', creditMode: 'all' as const };
    const { id } = await call(endpoints.createSection, { body });
    const params = { section: id };
    const added = await call(endpoints.addAttendees, { params, body: { apprenticeships: [apprenticeship] } });
    const { identity } = must(added.attendees[0]);
    const read = () => call(endpoints.readTaughtSection, { params });
    return changed<number>({
      values: [80, 85],
      shown: async () => (await read()).edition,
      edit: (scorePercent, ifMatch) =>
        call(endpoints.recordResults, {
          params,
          body: { learners: [{ identity, scorePercent, attendedMinutes: null }] },
          ifMatch,
        }),
      now: async () => must((await read()).attendees[0]).result?.percent ?? 0,
    });
  },
  async renamePasskey() {
    const call = await api.signedIn(await addApprentice(api.database));
    await addPasskey(call);
    const read = async () => must((await call(endpoints.readSecondFactors, {})).passkeys[0]);
    const params = { passkey: (await read()).id };
    return changed({
      values: ['Tablet', 'Old phone'],
      shown: async () => (await read()).edition,
      edit: (name, ifMatch) => call(endpoints.renamePasskey, { params, body: { name }, ifMatch }),
      now: async () => (await read()).name,
    });
  },
  async requireSecondFactor() {
    const call = await api.as(people.councilAdmin);
    const read = async () => {
      const { organizations } = await call(endpoints.listSecondFactors, {});
      return must(organizations.find(({ organization }) => organization.id === council));
    };
    return changed<string>({
      values: ['2026-03-10', '2026-03-11'],
      shown: async () => (await read()).edition,
      edit: (requiredFrom, ifMatch) =>
        call(endpoints.requireSecondFactor, {
          params: { organization: council },
          body: { roles: ['auditor'], requiredFrom },
          ifMatch,
        }),
      now: async () => (await read()).requiredFrom ?? '',
    });
  },
};

describe('of two who edit the same at once', () => {
  test.each(Object.entries(edits))('%s is done by one; the other is told, and nothing is lost', async (_, arrange) => {
    const thing = await arrange();
    const shown = await thing.shown();
    if ('takeAway' in thing) {
      await thing.change();
      expect(await refusalOf(thing.takeAway(shown))).toBe('412 changed-since-shown');
      expect(await thing.isThere()).toBe(true);
      await thing.takeAway(await thing.shown());
      expect(await thing.isThere()).toBe(false);
      return;
    }
    const [one, other] = thing.values as readonly [never, never];
    const calls = [thing.edit(one, shown), thing.edit(other, shown)] as const;
    const outcomes = await Promise.allSettled(calls);
    const refused = outcomes.findIndex(({ status }) => status === 'rejected');
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(must(calls[refused]))).toBe('412 changed-since-shown');
    expect(await thing.now()).toBe(thing.values[1 - refused]);
    // Whoever has seen what is there now may say it knowingly.
    await thing.edit(refused === 0 ? one : other, await thing.shown());
    expect(await thing.now()).toBe(thing.values[refused]);
  });
});
