import { readEveryLtiRow } from '@journeybook/database/lti';
import { type BadForgeCase, createCookieJar, driveLaunch, type GoodForgeCase } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claim } from '../protocol/claim-names.js';
import {
  addedBad,
  addedGood,
  certifiedBad,
  refusalOfForged,
  roleOfAccepted,
  spoilt,
} from '../testing/certification-cases.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';

const person = { id: 'priya-nair', traces: /priya|nair/i };
/** Tables that hold something about a course or a person once a launch was taken. */
const aboutLaunches = ['contexts', 'resource_links', 'line_items', 'score_times', 'course_picks'];
const certified = new Set<BadForgeCase>(Object.values(certifiedBad));
const nonces: readonly BadForgeCase[] = ['no-nonce', 'wrong-nonce'];
const times: readonly BadForgeCase[] = ['no-exp', 'no-iat'];
// A replay is a launch that was good once, and has its own tests.
const apart = new Set<BadForgeCase>([...certified, ...nonces, ...times, 'replayed']);
const added = (Object.keys(refusalOfForged) as BadForgeCase[]).filter((one) => !apart.has(one));

describe.each<Profile>(['moodle', 'canvas'])('a launch from %s', (profile) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(profile);
  });
  afterAll(() => world.close());

  const drive = (more: Partial<Parameters<typeof driveLaunch>[0]> = {}) =>
    driveLaunch({ simulator: world.simulator, ...places[profile], personId: person.id, ...more });
  const send = (fields: URLSearchParams, cookie = '') =>
    fetch(`${world.config.publicUrl}/lti/launch`, {
      method: 'POST',
      body: fields,
      headers: cookie ? { cookie } : {},
    });

  const expectRefused = async (response: Response, reason: string) => {
    const page = await response.text();
    expect([response.status, /Incident [0-9a-f-]{36} \((\S+)\)/.exec(page)?.[1]], page).toEqual([401, reason]);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(page).not.toMatch(person.traces);
    expect(page).not.toMatch(/<script/);
    return page;
  };

  describe('that is bad', () => {
    const expectNoTrace = async () => {
      const rows = await readEveryLtiRow(world.databaseUrl);
      for (const table of aboutLaunches) expect(rows[table], table).toEqual([]);
      expect(JSON.stringify(rows)).not.toMatch(person.traces);
      expect(world.api.requests).toEqual([]);
    };

    test.each(Object.entries(certifiedBad))('acceptance 4: is refused with %s', async (_what, forge) => {
      await expectRefused(await (await drive({ forge })).post(), refusalOfForged[forge]);
      await expectNoTrace();
    });

    const expectForgedRefused = async (forge: BadForgeCase) => {
      await expectRefused(await (await drive({ forge })).post(), refusalOfForged[forge]);
      await expectNoTrace();
    };
    test.each(nonces)('acceptance 6: is refused and leaves no trace: %s', async (forge) => {
      await expectForgedRefused(forge);
    });
    test.each(times)('acceptance 7: is refused and leaves no trace: %s', async (forge) => {
      await expectForgedRefused(forge);
    });
    test.each(added)('is refused and leaves no trace: %s', async (forge) => {
      await expectForgedRefused(forge);
    });

    test.each(addedBad)('is refused with %s, as %s', async (_what, reason, spoil) => {
      const driven = await drive();
      const changes = await spoil(spoilt(world, driven));
      const response =
        changes instanceof URLSearchParams
          ? await send(changes, driven.cookies.header(driven.action))
          : await driven.post(changes);
      await expectRefused(response, reason);
      await expectNoTrace();
    });

    test('is refused when an address is typed in by hand', async () => {
      await expectRefused(await fetch(`${world.config.publicUrl}/lti/launch?ltik=abc`), 'not-a-launch');
    });

    test('is refused in another browser, which is offered a new window, and is used up', async () => {
      const driven = await drive();
      const page = await expectRefused(await send(new URLSearchParams(driven.form)), 'cookie-missing');
      expect(page).toContain(`action="${world.config.publicUrl}/lti/login" target="_blank"`);
      await expectRefused(await driven.post(), 'state-used');
      await expectNoTrace();
    });

    test('is refused with the state of another login of the same browser', async () => {
      const cookieJar = createCookieJar();
      const [first, second] = [await drive({ cookieJar }), await drive({ cookieJar })];
      await expectRefused(await second.post({ state: first.form['state'] ?? '' }), 'wrong-nonce');
      await expectRefused(await first.post(), 'state-used');
      await expectNoTrace();
    });

    test('is refused with a cookie that somebody made up', async () => {
      const driven = await drive();
      const jar = createCookieJar();
      jar.set(driven.action, `state${driven.form['state']}`, encodeURIComponent(`s:${world.simulator.issuer}.forged`));
      await expectRefused(await send(new URLSearchParams(driven.form), jar.header(driven.action)), 'cookie-missing');
      await expectNoTrace();
    });

    test('is refused with the deployment of another college under the same issuer', async () => {
      const deploymentId = `another-${profile}`;
      const { registration } = world.simulator;
      await world.lti.parts.store.registrations.save({
        ...registration,
        clientId: 'another-client',
        deploymentId,
        tokenAudience: null,
        profile,
        name: 'Another college',
        collegeId: '90000000-0000-7000-8000-00000000000a',
      });
      const driven = await drive();
      const { good, sign } = spoilt(world, driven);
      const id_token = await sign({ ...good, [claim.deploymentId]: deploymentId });
      await expectRefused(await driven.post({ id_token }), 'deployment-unknown');
      await expectNoTrace();
    });

    test('acceptance 10: an error that the platform posts is a friendly page that shows nothing of it', async () => {
      const { form } = await drive();
      const posted = {
        error: 'login_required',
        error_description: '<script>alert(1)</script>',
        state: form['state'] ?? '',
      };
      const page = await expectRefused(await send(new URLSearchParams(posted)), 'platform-declined');
      expect(page).toContain('did not let you through');
      expect(page).not.toMatch(/alert|login_required/);
      expect(page).not.toContain(posted.state);
      await expectNoTrace();
    });

    test('is refused with the way back to the course, which says what went wrong', async () => {
      const page = await expectRefused(await (await drive({ forge: 'no-sub' })).post(), 'person-missing');
      const back = new URL(/<a href="([^"]+)">Back to your course/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '');
      expect(back.origin).toBe(new URL(world.simulator.url).origin);
      expect(back.searchParams.get('lti_errormsg')).toBe('Your learning platform did not say who you are.');
      expect(back.searchParams.get('lti_errorlog')).toMatch(/^[0-9a-f-]{36} \(person-missing\)$/);
      const shown = await (await fetch(back)).text();
      expect(shown).toContain('Your learning platform did not say who you are.');
    });

    test('is refused without a way that leads elsewhere', async () => {
      const driven = await drive();
      const { good, sign } = spoilt(world, driven);
      const astray = { ...good, sub: '', [claim.launchPresentation]: { return_url: 'https://evil.example/' } };
      const page = await expectRefused(await driven.post({ id_token: await sign(astray) }), 'person-missing');
      expect(page).not.toMatch(/evil|<a /);
    });
  });

  describe('that is good', () => {
    beforeEach(() => {
      world.api.reported.reportLaunch.length = 0;
    });
    const expectOpened = async (response: Response, role: string) => {
      const page = await response.text();
      expect(response.status, page).toBe(200);
      expect(page).toContain('id="journeybook-launch"');
      expect(world.api.reported.reportLaunch).toMatchObject([{ role }]);
    };

    test.each([
      ['rosa-silva', 'instructor'],
      ['priya-nair', 'learner'],
    ])('acceptance 5: is opened for %s, an ordinary %s', async (personId, role) => {
      await expectOpened(await (await drive({ personId })).post(), role);
    });

    test.each(Object.entries(roleOfAccepted) as [GoodForgeCase, string][])(
      'acceptance 5: is opened with %s, as a %s',
      async (forge, role) => {
        await expectOpened(await (await drive({ forge })).post(), role);
      },
    );

    test.each(addedGood)('is opened with %s, as a %s', async (_what, role, spoil) => {
      const driven = await drive();
      await expectOpened(
        await driven.post(Object.fromEntries(Object.entries(await spoil(spoilt(world, driven))))),
        role,
      );
    });

    test('is opened with names that are scripts: the person’s is on no page of ours, the course’s runs on none', async () => {
      const driven = await drive();
      const { good, sign } = spoilt(world, driven);
      const name = '<script>alert("person")</script>';
      const title = '</script><script>alert("course")</script>';
      const titled = { ...good, name, [claim.context]: { id: 'x', title, label: title } };
      const response = await driven.post({ id_token: await sign(titled) });
      const page = await response.clone().text();
      expect(page).not.toContain('person');
      // Written as data, for the way back to the course.
      expect(page.match(/<\/?script/g)).toEqual(['<script', '</script']);
      expect(page).toContain('\\u003c/script\\u003e\\u003cscript\\u003ealert(');
      await expectOpened(response, 'learner');
      expect(world.api.reported.reportLaunch).toMatchObject([{ person: { name }, context: { title } }]);
    });

    test('acceptance 7: is opened four minutes after it was signed, and refused ten minutes ahead of us', async () => {
      const late = await drive();
      const { good, sign } = spoilt(world, late);
      const seconds = Math.floor(Date.now() / 1000);
      await expectOpened(
        await late.post({ id_token: await sign({ ...good, iat: seconds - 240, exp: seconds + 60 }) }),
        'learner',
      );
      const early = await drive();
      const ahead = { ...spoilt(world, early).good, iat: seconds + 600, exp: seconds + 900 };
      await expectRefused(await early.post({ id_token: await sign(ahead) }), 'clock-ahead');
    });

    test('acceptance 6: is refused when it comes again', async () => {
      const driven = await drive();
      await expectOpened(await driven.post(), 'learner');
      await expectRefused(await driven.post(), 'state-used');
      expect(world.api.reported.reportLaunch).toHaveLength(1);
    });
  });
});

describe.each<Profile>(['moodle', 'canvas'])('the platform’s keys of %s', (profile) => {
  test('change while two launches are under way, and both are opened', async () => {
    const world = await startWorld(profile);
    const drive = () => driveLaunch({ simulator: world.simulator, ...places[profile], personId: person.id });
    await (await drive()).post();
    const before = await drive();
    await world.simulator.control.rotateKeys();
    const after = await drive();
    expect((await before.post()).status).toBe(200);
    expect((await after.post()).status).toBe(200);
    expect(world.api.reported.reportLaunch).toHaveLength(3);
    await world.close();
  });
});
