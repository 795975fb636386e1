import { endpoints } from '@journeybook/contracts';
import { competencyCode, foundry, now, today } from '@journeybook/domain/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { agreements, buildWorld, people } from '../testing/world.js';
import { asOwner } from '../testing/as-owner.js';
import { browserOf, goodPassword, inviteBy, linkTo } from '../testing/invite.js';
import { tokenIn } from '../testing/letters.js';
import { found } from '../http/refused.js';
import { adas, linkFor, opened, sendHours } from '../testing/mentor-link.js';
import { openBrowser } from '../testing/provider.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());
afterEach(() => api.clock.set(now));

const skill = competencyCode('WP01.01');
const askForSignOff = async () => {
  const ada = await api.as(people.ada);
  const view = await ada(endpoints.requestSignOff, { params: adas, body: { competency: skill } });
  return found(view.requested).id;
};

describe('the link of a mentor', () => {
  test('opens the hours that wait, once, and they are approved in the mentor’s name', async () => {
    const shown = await sendHours(api);
    const { link, token } = await linkFor(api);
    expect(link).toMatchObject({ mailed: true, state: 'waiting', mentor: { id: people.grace.id } });
    const { call } = await opened(api, token);
    expect(await call(endpoints.readLinkSession, {})).toMatchObject({
      mentor: { name: 'Grace Kim' },
      apprentice: { name: 'Ada Lopez' },
      employer: 'Northfield Castings',
    });
    const { entries } = await call(endpoints.linkQueue, {});
    expect(entries.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
    await call(endpoints.linkApprove, { body: { entries: shown } });
    const record = await (await api.as(people.ada))(endpoints.listHours, { params: adas });
    expect(record.entries[0]).toMatchObject({ status: 'approved', decidedBy: { id: people.grace.id } });
    expect(await refusalOf(opened(api, token))).toBe('410 mentor-link-over');
    const { links } = await (await api.as(people.foundryAdmin))(endpoints.listMentorLinks, { params: adas });
    expect(links[0]).toMatchObject({ state: 'opened', acts: [{ act: 'approved', count: 1 }] });
  });

  test('opens one request: demonstrated, observed, signed off; then it is answered', async () => {
    const signOffRequest = await askForSignOff();
    const { token } = await linkFor(api, { by: people.ada, aboutHours: false, signOffRequest });
    const { call } = await opened(api, token);
    const { requests } = await call(endpoints.linkRequests, {});
    expect(requests).toMatchObject([{ id: signOffRequest, apprentice: { name: 'Ada Lopez' } }]);
    expect((await call(endpoints.linkQueue, {})).entries).toEqual([]);
    const level = requests[0]?.competency.requiredLevel ?? 0;
    await call(endpoints.linkDemonstrate, { body: { competency: skill, on: today } });
    await call(endpoints.linkObserve, { body: { competency: skill, on: today, level, feedback: 'Steady' } });
    const signed = await call(endpoints.linkSignOff, { body: { competency: skill, level, observedOn: today } });
    expect(signed.attestation?.by).toMatchObject({ id: people.grace.id });
    const again = call(endpoints.linkDemonstrate, { body: { competency: skill, on: today } });
    expect(await refusalOf(again)).toBe('409 already-answered');
  });

  test('reaches no other hours, no other skill and nothing else of the mentor', async () => {
    const shown = await sendHours(api, '2026-03-03');
    const carl = await api.as(people.carl);
    const { call } = await opened(api, (await linkFor(api)).token);
    const carls = await carl(endpoints.logHours, {
      params: { apprenticeship: agreements.carl.id },
      body: { workedOn: '2026-03-02', lines: [{ id: crypto.randomUUID(), workProcess: 'WP01', minutes: 30 }] },
    });
    for (const { id, version } of carls.entries) {
      const entries = [{ id, version }, ...shown];
      expect(await refusalOf(call(endpoints.linkApprove, { body: { entries } }))).toBe('404 not-their-hours');
      expect(await refusalOf(call(endpoints.linkReturn, { body: { entries, reason: 'x' } }))).toBe(
        '404 not-their-hours',
      );
    }
    expect(carls.entries.length).toBeGreaterThan(0);
    const sign = call(endpoints.linkSignOff, { body: { competency: skill, level: 3, observedOn: today } });
    expect(await refusalOf(sign)).toBe('404 not-their-record');
    expect(await refusalOf(call(endpoints.linkDecline, { body: { feedback: 'x' } }))).toBe('404 not-their-record');
    // This browser sends its cookie everywhere, which a real one does not; elsewhere it counts for nothing.
    expect(await refusalOf(call(endpoints.approvalQueue, {}))).toBe('401 not-signed-in');
    expect(await refusalOf(call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    expect(await refusalOf(call(endpoints.readRecord, { params: adas }))).toBe('401 not-signed-in');
    await call(endpoints.linkReturn, { body: { entries: shown, reason: 'Wrong line' } });
  });

  test('keeps the rules: hours of a day on which the mentor was not assigned are not decided', async () => {
    const shown = await sendHours(api, '2026-03-04');
    const { token } = await linkFor(api, { mentor: people.hugo });
    const { call } = await opened(api, token);
    await asOwner(api.database, `update mentorships set from_on = '2026-03-04', until_on = null where mentor_id = $1`, [
      people.hugo.id,
    ]);
    const early = await sendHours(api, '2026-03-03', 10);
    expect(await refusalOf(call(endpoints.linkApprove, { body: { entries: early } }))).toBe('403 not-their-mentor');
    const { entries } = await call(endpoints.linkApprove, { body: { entries: shown } });
    expect(entries).toHaveLength(1);
    // For a minute it can be taken back, by the same link.
    await call(endpoints.linkUndo, { body: { entries } });
    expect((await call(endpoints.linkQueue, {})).entries.map(({ id }) => id)).toContain(entries[0]?.id);
    await asOwner(api.database, `update mentorships set from_on = '2026-01-05' where mentor_id = $1`, [people.hugo.id]);
  });

  test('runs out after 72 hours, and what it opened after half an hour', async () => {
    await sendHours(api, '2026-02-27', 20);
    const { token } = await linkFor(api);
    api.clock.pass(72 * 60);
    expect(await refusalOf(opened(api, token))).toBe('410 mentor-link-over');
    api.clock.set(now);
    const { call } = await opened(api, token);
    api.clock.pass(31);
    expect(await refusalOf(call(endpoints.linkQueue, {}))).toBe('401 link-session-over');
  });

  test('is taken back by the employer, opened or not, and by nobody else', async () => {
    await sendHours(api, '2026-02-26', 20);
    const [one, two] = [await linkFor(api), await linkFor(api, { by: people.ada })];
    const params = { link: one.link.id };
    for (const who of [people.bela, people.millAdmin])
      expect(await refusalOf((await api.as(who))(endpoints.revokeMentorLink, { params }))).toBe('404 not-their-record');
    const admin = await api.as(people.foundryAdmin);
    await admin(endpoints.revokeMentorLink, { params });
    expect(await refusalOf(opened(api, one.token))).toBe('410 mentor-link-over');
    const { call } = await opened(api, two.token);
    await admin(endpoints.revokeMentorLink, { params: { link: two.link.id } });
    expect(await refusalOf(call(endpoints.linkQueue, {}))).toBe('401 link-session-over');
  });

  test('is ended by the mentor, on a terminal that others use', async () => {
    await sendHours(api, '2026-02-25', 20);
    const { call } = await opened(api, (await linkFor(api)).token);
    await call(endpoints.endLinkSession, {});
    expect(await refusalOf(call(endpoints.linkQueue, {}))).toBe('401 not-signed-in');
  });

  test('ends with the assignment and with the role', async () => {
    await sendHours(api, '2026-02-24', 20);
    const [waiting, used] = [await linkFor(api), await linkFor(api)];
    const { call } = await opened(api, used.token);
    const admin = await api.as(people.foundryAdmin);
    const { organizations } = await admin(endpoints.listPeople, {});
    const grace = organizations[0]?.people.find(({ person }) => person.id === people.grace.id);
    await admin(endpoints.endRole, { params: { membership: grace?.roles[0]?.membership ?? '' } });
    expect(await refusalOf(call(endpoints.linkQueue, {}))).toBe('401 link-session-over');
    expect(await refusalOf(opened(api, waiting.token))).toBe('410 mentor-link-over');
    await asOwner(
      api.database,
      `update memberships set ended_at = null, ended_by = null, until_on = null where person_id = $1`,
      [people.grace.id],
    );
    await asOwner(api.database, 'update mentorships set until_on = null where mentor_id = $1', [people.grace.id]);
  });

  test('is kept without anything that opens it, and the letter goes to the mentor alone', async () => {
    await sendHours(api, '2026-02-23', 20);
    const { token } = await linkFor(api, { by: people.ada });
    const kept = JSON.stringify(await api.database.read.runSql('select * from mentor_links'));
    expect(kept).not.toContain(token);
    const letters = await Promise.all([people.ada, people.foundryAdmin].map(({ email }) => api.lettersTo(email)));
    expect(letters.flat().join()).not.toContain(token);
  });
});

describe('who may not ask for a link', () => {
  test.each([
    ['the sponsor', 'councilAdmin', '403 not-allowed'],
    ['the mentor', 'grace', '403 not-allowed'],
    ['another employer', 'millAdmin', '404 not-their-record'],
    ['another apprentice', 'bela', '404 not-their-record'],
  ] as const)('%s', async (_, who, kind) => {
    const body = { mentor: people.grace.id, aboutHours: true, signOffRequest: null };
    const call = await api.as(people[who]);
    expect(await refusalOf(call(endpoints.sendMentorLink, { params: adas, body }))).toBe(kind);
    expect(await refusalOf(call(endpoints.listMentorLinks, { params: adas }))).toBe(kind);
    expect(await refusalOf(call(endpoints.giveMentorCode, { params: adas, body }))).toBe(kind);
  });
  test('for somebody who is no mentor of the apprentice', async () => {
    const ada = await api.as(people.ada);
    for (const mentor of [people.felix.id, people.mona.id, people.ada.id]) {
      const body = { mentor, aboutHours: true, signOffRequest: null };
      expect(await refusalOf(ada(endpoints.sendMentorLink, { params: adas, body }))).toBe('409 mentor-not-assigned');
    }
  });
});

describe('the code that an apprentice shows', () => {
  test('lets nobody sign: it has a letter sent to the mentor, whatever the address, with the same answer', async () => {
    await sendHours(api, '2026-02-20', 20);
    const ada = await api.as(people.ada);
    const { code } = await ada(endpoints.giveMentorCode, {
      params: adas,
      body: { aboutHours: true, signOffRequest: null },
    });
    const stranger = openBrowser(api);
    expect(await stranger.call(endpoints.openMentorCode, { body: { code } })).toEqual({
      apprentice: 'Ada Lopez',
      employer: 'Northfield Castings',
    });
    expect(await refusalOf(opened(api, code))).toBe('410 mentor-link-over');
    const before = (await api.lettersTo(people.hugo.email)).length;
    for (const email of ['nobody@people.example', people.mona.email, people.ada.email, people.hugo.email])
      expect(await stranger.call(endpoints.sendLinkByCode, { body: { code, email } })).toBeUndefined();
    await expect.poll(async () => (await api.lettersTo(people.hugo.email)).length).toBe(before + 1);
    expect(await api.lettersTo('nobody@people.example')).toEqual([]);
    const { call } = await opened(api, tokenIn((await api.lettersTo(people.hugo.email)).at(-1)));
    expect((await call(endpoints.linkQueue, {})).entries.length).toBeGreaterThan(0);
  });
  test('runs out after half an hour, and is the apprentice’s alone to make', async () => {
    const body = { aboutHours: true, signOffRequest: null };
    const ada = await api.as(people.ada);
    const { code } = await ada(endpoints.giveMentorCode, { params: adas, body });
    api.clock.pass(31);
    const call = openBrowser(api).call;
    expect(await refusalOf(call(endpoints.openMentorCode, { body: { code } }))).toBe('410 mentor-code-over');
    expect(await refusalOf(call(endpoints.sendLinkByCode, { body: { code, email: people.hugo.email } }))).toBe(
      '410 mentor-code-over',
    );
    const admin = await api.as(people.foundryAdmin);
    expect(await refusalOf(admin(endpoints.giveMentorCode, { params: adas, body }))).toBe('404 not-their-record');
  });
});

describe('a mentor without an account', () => {
  test('takes the role by the letter, is assigned, and decides by a link', async () => {
    const admin = await api.as(people.foundryAdmin);
    const email = 'walter.without@people.example';
    await inviteBy(admin, { email, name: 'Walter Without' });
    const token = await linkTo(api, email);
    await browserOf(api)(endpoints.acceptWithoutAccount, { body: { token, name: 'Walter Without' } });
    expect(await refusalOf(browserOf(api)(endpoints.acceptWithoutAccount, { body: { token, name: 'W' } }))).toBe(
      '410 invitation-over',
    );
    const { mentors } = await admin(endpoints.listPossibleMentors, { params: adas });
    const walter = mentors.find(({ name }) => name === 'Walter Without');
    await admin(endpoints.assignMentor, {
      params: adas,
      body: { mentor: walter?.id as never, from: today, until: null, kind: 'mentor' },
    });
    const shown = await sendHours(api, today, 45);
    const sent = await admin(endpoints.sendMentorLink, {
      params: adas,
      body: { mentor: walter?.id as never, aboutHours: true, signOffRequest: null },
    });
    expect(sent.mentor.name).toBe('Walter Without');
    const { call } = await opened(api, await linkTo(api, email));
    await call(endpoints.linkApprove, { body: { entries: shown } });
    const signIn = openBrowser(api).call(endpoints.signIn, { body: { email, password: goodPassword } });
    expect(await refusalOf(signIn)).toBe('401 wrong-credentials');
  });
  test('is a mentor: whoever runs an organisation needs an account', async () => {
    const admin = await api.as(people.foundryAdmin);
    const email = 'anna.admin@people.example';
    await inviteBy(admin, { email, role: 'employer-admin', organization: foundry });
    const body = { token: await linkTo(api, email), name: 'Anna' };
    expect(await refusalOf(browserOf(api)(endpoints.acceptWithoutAccount, { body }))).toBe('409 account-needed');
  });
});
