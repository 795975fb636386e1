import type { CoursePick } from '@journeybook/contracts';
import { readEveryLtiRow } from '@journeybook/database/lti';
import { driveLaunch } from '@journeybook/lms-simulator';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claim } from '../../protocol/claim-names.js';
import { drivePicker } from '../../testing/drive-picker.js';
import { places, type Profile, startWorld, type World } from '../../testing/start-world.js';

const pickOf = (course: string, title: string, ownPart = false) =>
  ({ rapidsCode: '2031', course, title, minutes: 960, ownPart }) as CoursePick;
const blueprint = pickOf('RTI09', 'Blueprint Reading & "Drawings"');
const math = pickOf('RTI04', 'Industrial Math', true);

describe.each<Profile>(['moodle', 'canvas'])('adding content from %s', (profile) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(profile);
  });
  afterAll(() => world.close());
  beforeEach(() => {
    for (const reports of Object.values(world.api.reported)) reports.length = 0;
  });

  const openPicker = async (personId?: string) => {
    const driver = drivePicker(world, profile, personId);
    const response = await (await driver.request()).post();
    return { ...driver, response };
  };
  const opened = async () => {
    const driver = await openPicker();
    return { ...driver, picker: await driver.read(driver.response) };
  };
  const launch = async (resourceLinkId: string) => {
    const { courseId } = places[profile];
    const driven = await driveLaunch({ simulator: world.simulator, courseId, resourceLinkId, personId: 'priya-nair' });
    expect((await driven.post()).status).toBe(200);
    return world.api.reported.reportLaunch.at(-1);
  };

  test('opens the picker in the frame for an instructor, and reports it', async () => {
    const { response, picker } = await opened();
    expect(response.status).toBe(200);
    expect(picker.answerUrl).toBe(`${world.config.publicUrl}/lti/picked`);
    expect(picker.multiple).toBe(profile === 'moodle');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain(`frame-ancestors ${new URL(world.simulator.url).origin}`);
    expect(world.api.reported.reportLaunch).toEqual([]);
    expect(world.api.reported.reportPicker).toMatchObject([
      {
        collegeId: world.collegeId,
        context: { label: profile === 'moodle' ? 'IMT-BP' : 'IMT-QA' },
        person: { name: 'Rosa Silva' },
        services: { roster: true, grades: true },
      },
    ]);
  });

  test('acceptance 11: a choice becomes an activity with the tool’s column, and its launch is known by the pick', async () => {
    const { answer, save, picker } = await opened();
    const [id = ''] = world.api.pick(blueprint);
    const sent = await answer(picker, [id]);
    const { shown, links } = await save(sent);
    const link = links.at(-1);
    expect([link?.title, shown]).toEqual([
      'RTI: Blueprint Reading &amp; &quot;Drawings&quot;',
      expect.not.stringContaining('refused'),
    ]);
    expect(world.simulator.control.gradebook(places[profile].courseId)).toContainEqual(
      expect.objectContaining({ label: 'RTI: Blueprint Reading & "Drawings"', scoreMaximum: 100 }),
    );

    const reported = await launch(link?.id ?? '');
    expect(reported).toMatchObject({ role: 'learner', pick: { id, copied: false } });
    expect(reported?.context.id).toBe(world.api.reported.reportPicker[0]?.context.id);
    const rows = await readEveryLtiRow(world.databaseUrl);
    expect(rows['resource_links']?.filter((row) => row.includes(id))).toHaveLength(1);
  });

  test('signs the answer as the standard asks', async () => {
    const { answer, picker, request } = await opened();
    const [id = ''] = world.api.pick(blueprint);
    const { claims, jwt, returnUrl, response } = await answer(picker, [id]);
    const asked = decodeJwt((await request()).form['id_token'] ?? '');
    const settings = asked[claim.deepLinkingSettings] as { deep_link_return_url: string };
    expect(new URL(returnUrl).pathname).toBe(new URL(settings.deep_link_return_url).pathname);
    expect(decodeProtectedHeader(jwt)).toMatchObject({ alg: 'RS256', kid: expect.any(String) });
    expect(claims).toMatchObject({
      iss: world.simulator.registration.clientId,
      aud: world.simulator.issuer,
      nonce: expect.stringMatching(/^[\w-]{32}$/),
      [claim.deploymentId]: world.simulator.registration.deploymentId,
      [claim.messageType]: 'LtiDeepLinkingResponse',
      [claim.version]: '1.3.0',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(300);
    const [item] = claims[claim.contentItems] as Record<string, unknown>[];
    expect(item).toMatchObject({ type: 'ltiResourceLink', custom: { rti_course: '2031/RTI09', rti_pick: id } });
    expect(item && 'url' in item).toBe(profile === 'canvas');
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self';.*frame-ancestors/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('acceptance 11: cancelling goes back with an empty list', async () => {
    const { answer, save, picker } = await opened();
    const sent = await answer(picker, []);
    expect(sent.claims[claim.contentItems]).toEqual([]);
    expect(sent.claims).not.toHaveProperty([claim.errorMessage]);
    expect((await save(sent)).shown).toContain('Nothing was selected');
  });

  test('echoes the data of the request exactly, and escapes whatever address it is to go to', async () => {
    const { request, read, answer } = drivePicker(world, profile);
    const driven = await request();
    const good = decodeJwt(driven.form['id_token'] ?? '');
    const settings = good[claim.deepLinkingSettings] as object;
    const data = '"><b>é {"a":1}';
    const deep_link_return_url = `${world.simulator.url}/return?a=1&b="><script>alert(1)</script>`;
    const changed = { ...good, [claim.deepLinkingSettings]: { ...settings, data, deep_link_return_url } };
    const id_token = await world.simulator.control.signIdToken(changed);
    const sent = await answer(await read(await driven.post({ id_token })), []);
    expect(sent.claims[claim.deepLinkingData]).toBe(data);
    expect(sent.returnUrl).toBe(deep_link_return_url);
    expect(sent.page).not.toContain('<script>alert');
  });

  test('leaves the column out where the platform takes none', async () => {
    const { request, read, answer } = drivePicker(world, profile);
    const driven = await request();
    const good = decodeJwt(driven.form['id_token'] ?? '');
    const settings = { ...(good[claim.deepLinkingSettings] as object), accept_lineitem: false };
    const id_token = await world.simulator.control.signIdToken({ ...good, [claim.deepLinkingSettings]: settings });
    const picker = await read(await driven.post({ id_token }));
    const { claims } = await answer(picker, world.api.pick(blueprint));
    expect((claims[claim.contentItems] as object[])[0]).not.toHaveProperty('lineItem');
  });

  test('hands over as many courses as the platform takes, each a part of its own with a column of its own', async () => {
    const { answer, save, picker } = await opened();
    const ids = world.api.pick(blueprint, math);
    const titles = [places[profile].title, 'RTI: Industrial Math'];
    const taken = picker.multiple ? ids : ids.slice(0, 1);
    const { links } = await save(await answer(picker, ids));
    const columns = new Set<string | null>();
    for (const [index, link] of links.slice(-taken.length).entries()) {
      const reported = await launch(link.id);
      expect(reported).toMatchObject({ pick: { id: ids[index] }, context: { title: titles[index] } });
      columns.add(await world.lti.parts.store.lineItems.findOfLinks(reported?.context.id ?? ''));
    }
    expect([picker.multiple, columns.size]).toEqual([profile === 'moodle', taken.length]);
  });

  test('is answered twice without harm: the platform takes each answer once', async () => {
    const { answer, save, picker } = await opened();
    const ids = world.api.pick(blueprint);
    const sent = await answer(picker, ids);
    const { links } = await save(sent);
    expect((await save(sent)).shown).toContain('has been used');
    const again = await answer(picker, ids);
    expect(again.claims['nonce']).not.toBe(sent.claims['nonce']);
    expect(again.claims[claim.contentItems]).toEqual(sent.claims[claim.contentItems]);
    expect((await save(sent)).links).toEqual(links);
  });

  test('goes back empty and says so when the record does not have what was chosen', async () => {
    const { answer, picker } = await opened();
    const { claims } = await answer(picker, ['0190b0a0-0000-7000-8000-000000000009']);
    expect(claims[claim.contentItems]).toEqual([]);
    expect(claims[claim.errorMessage]).toContain('nothing was added');
  });

  test.each([
    ['a ticket that somebody made up', { ticket: 'v1.a.b.c' }],
    ['no ticket', {}],
    ['a pick that is no id', { pick: 'x' }],
  ])('is refused with %s', async (_what, changes: Record<string, string>) => {
    const { picker } = await opened();
    const ticket: Record<string, string> = 'pick' in changes ? { ticket: picker.ticket } : {};
    const body = new URLSearchParams({ ...ticket, ...changes });
    const response = await fetch(picker.answerUrl, { method: 'POST', body });
    expect([response.status, await response.text()]).toEqual([401, expect.stringContaining('(picker-ended)')]);
  });

  describe('by somebody who may not', () => {
    const expectLedBack = async (response: Response, reason: string) => {
      const page = await response.text();
      expect(page).toContain(`(${reason})`);
      const ticket = /name="ticket" value="([^"]*)"/.exec(page)?.[1] ?? '';
      const { answer } = drivePicker(world, profile);
      const picker = { ticket, answerUrl: `${world.config.publicUrl}/lti/picked`, multiple: false };
      const { claims } = await answer(picker, ['0190b0a0-0000-7000-8000-000000000009']);
      expect(claims[claim.contentItems]).toEqual([]);
      expect(claims[claim.errorMessage]).toBeTruthy();
      expect(world.api.reported.reportPicker).toEqual([]);
    };
    const change = async (claims: (good: Record<string, unknown>) => object) => {
      const driven = await drivePicker(world, profile).request();
      const good = decodeJwt(driven.form['id_token'] ?? '');
      return driven.post({ id_token: await world.simulator.control.signIdToken({ ...good, ...claims(good) }) });
    };

    const changeRole = (role: string) => change(() => ({ [claim.roles]: [role] }));

    test('acceptance 12: a learner is refused, and led back with an empty list', async () => {
      // Canvas asks learners who hand in homework; Moodle by itself asks nobody but who may manage activities.
      const { response } =
        profile === 'canvas' ? await openPicker('priya-nair') : { response: await changeRole('Learner') };
      expect(response.status).toBe(403);
      await expectLedBack(response, 'role-not-offered');
    });

    test.each([
      ['Mentor'],
      ['http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant'],
      ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor'],
    ])('as %s is refused and led back', async (role) => {
      const response = await changeRole(role);
      expect(response.status).toBe(403);
      await expectLedBack(response, 'role-not-offered');
    });

    test('is led back where no links are taken', async () => {
      const response = await change((good) => ({
        [claim.deepLinkingSettings]: { ...(good[claim.deepLinkingSettings] as object), accept_types: ['file'] },
      }));
      await expectLedBack(response, 'content-not-taken');
    });

    test('is led back where there is no course', async () => {
      await expectLedBack(await change(() => ({ [claim.context]: undefined })), 'course-missing');
    });

    test('is refused when the choice would go to an address that is none', async () => {
      const response = await change((good) => ({
        [claim.deepLinkingSettings]: {
          ...(good[claim.deepLinkingSettings] as object),
          deep_link_return_url: 'javascript:alert(1)',
        },
      }));
      expect([response.status, await response.text()]).toEqual([401, expect.stringContaining('(claims-incomplete)')]);
    });
  });
});

describe('a choice while the record is away', () => {
  test('goes back empty, with the reason, and the picker says that it did not open', async () => {
    const world = await startWorld('moodle');
    const { request, read, answer } = drivePicker(world, 'moodle');
    const picker = await read(await (await request()).post());
    const ids = world.api.pick(blueprint);
    const later = await request();
    await world.api.close();
    const { claims } = await answer(picker, ids);
    expect(claims[claim.contentItems]).toEqual([]);
    expect(claims[claim.errorMessage]).toContain('nothing was added');
    expect((await later.post()).status).toBe(503);
    await world.close();
  });
});
