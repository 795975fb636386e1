import { describe, expect, test } from 'vitest';
import { claimsByCase, moodleCapture } from '../testing/captures.js';
import { claim } from './claim-names.js';
import { offersGrades, parseLaunch } from './parse-launch.js';

const cases = claimsByCase();
const resourceLinks = cases.filter(({ payload }) => payload[claim.messageType] === 'LtiResourceLinkRequest');
const named = (name: string) => parseLaunch(cases.find((one) => one.name === name)?.payload);

describe('reading a launch', () => {
  test('knows all the cases that were collected', () => {
    expect(cases).toHaveLength(18);
    expect(resourceLinks).toHaveLength(12);
  });

  test.each(resourceLinks.filter(({ payload }) => 'sub' in payload))('understands $name as sent', ({ payload }) => {
    const launch = parseLaunch(payload);
    expect(launch?.person.subject).toBe(payload['sub']);
    expect(launch?.course.id).not.toBe('');
    expect(JSON.stringify(launch)).not.toContain('"$');
  });

  test.each([
    ['canvas student_resource_link', 'learner'],
    ['canvas instructor_resource_link', 'instructor'],
    ['canvas teaching_assistant', 'assistant'],
    ['canvas test_student', 'visitor'],
    ['canvas observer_with_role_scope_mentor', 'visitor'],
    ['moodle student_resource_link', 'learner'],
    ['moodle instructor_resource_link', 'instructor'],
    ['moodle site_admin', 'instructor'],
  ])('sees in %s a %s', (name, role) => {
    expect(named(name)?.role).toBe(role);
  });

  test('reads Moodle as recorded', () => {
    expect(parseLaunch(moodleCapture('id-token-resource-link-instructor').payload)).toEqual({
      role: 'instructor',
      person: { subject: '3', name: 'Tomas Rivera', email: 'trivera@college.example.edu', sisId: 'SIS-trivera' },
      course: { id: '2', label: 'IMT-BP', title: 'Blueprint Reading', sisId: 'SIS-IMT-BP', history: [] },
      link: { id: '1', title: 'RTI: Blueprint Reading (16 h)', pick: null },
      services: {
        lineItemsUrl: 'https://moodle.college.example/mod/lti/services.php/2/lineitems?type_id=1',
        lineItemUrl: 'https://moodle.college.example/mod/lti/services.php/2/lineitems/2/lineitem?type_id=1',
        scopes: expect.arrayContaining(['https://purl.imsglobal.org/spec/lti-ags/scope/score']),
        rosterUrl: 'https://moodle.college.example/mod/lti/services.php/CourseSection/2/bindings/1/memberships',
      },
      noticesUrl: null,
      returnUrl: expect.stringContaining('https://moodle.college.example/mod/lti/return.php'),
    });
  });

  test('takes a variable the platform left as written for nothing', () => {
    expect(named('canvas test_student')?.person.sisId).toBeNull();
  });

  test.each([
    [' 7, 3,,7 ', ['7', '3']],
    ['$Context.id.history', []],
    ['', []],
    [7, []],
  ])('reads the courses it was copied from out of %j', (context_history, history) => {
    const { payload } = moodleCapture('id-token-resource-link-instructor');
    expect(parseLaunch({ ...payload, [claim.custom]: { context_history } })?.course.history).toEqual(history);
  });

  test('finds where Canvas is asked to tell of copied courses, where that was granted', () => {
    const sent = cases.find((one) => one.name === 'canvas instructor_resource_link')?.payload ?? {};
    const service = sent[claim.noticeService] as object;
    const url =
      'https://example-cc.instructure.com/api/lti/notice-handlers/8731:3a39eee0288451e31cffb9accb3791ac8e50edd4';
    expect(parseLaunch(sent)?.noticesUrl).toBe(url);
    for (const change of [
      { scope: [] },
      { scope: undefined },
      { notice_types_supported: ['LtiHelloWorldNotice'] },
      { notice_types_supported: 'LtiContextCopyNotice' },
      { platform_notification_service_url: 'file:///etc/passwd' },
      { platform_notification_service_url: undefined },
    ])
      expect(parseLaunch({ ...sent, [claim.noticeService]: { ...service, ...change } })?.noticesUrl).toBeNull();
    expect(named('canvas student_resource_link')?.noticesUrl).toBeNull();
  });

  test('takes an empty student number for none', () => {
    expect(named('moodle site_admin')?.person.sisId).toBeNull();
  });

  test('finds no services where the platform offers none', () => {
    const services = named('moodle student_privacy_never_services_off')?.services;
    expect(services).toEqual({ lineItemsUrl: null, lineItemUrl: null, scopes: [], rosterUrl: null });
    expect(services && offersGrades(services)).toBe(false);
  });

  test('refuses one without a person', () => {
    expect(named('canvas public_course_without_login_no_sub')).toBeNull();
  });

  const least = { sub: 'u', [claim.roles]: [], [claim.resourceLink]: { id: 'l', title: 'Link' } };

  test('needs no more than a person, a link and a list of roles', () => {
    expect(parseLaunch(least)).toMatchObject({
      role: 'visitor',
      course: { id: 'resource-link:l', title: 'Link', label: null },
    });
  });

  test('overlooks claims in the wrong shape that are not needed', () => {
    const odd = {
      ...least,
      name: 7,
      [claim.context]: 'x',
      [claim.gradeService]: { scope: 'x', lineitems: 'ftp://x' },
      [claim.lis]: null,
    };
    expect(parseLaunch(odd)).toMatchObject({ person: { name: null }, services: { lineItemsUrl: null, scopes: [] } });
  });

  const pick = '0190b0a0-0000-7000-8000-000000000001';
  test.each([
    [{ rti_pick: pick }, pick],
    [{ rti_pick: pick, rti_course: '2031/RTI03', context_memberships_url: 'https://x' }, pick],
    [{ rti_pick: '$Rti.pick' }, null],
    [{ rti_pick: 7 }, null],
    [{}, null],
    ['x', null],
  ])('finds in the custom parameters %j the pick %s', (custom, found) => {
    expect(parseLaunch({ ...least, [claim.custom]: custom })?.link.pick).toBe(found);
  });

  test('puts a name together from its parts', () => {
    expect(parseLaunch({ ...least, given_name: 'Dana', family_name: 'Okafor' })?.person.name).toBe('Dana Okafor');
  });

  test('takes out what a database cannot keep', () => {
    expect(parseLaunch({ ...least, name: 'Da\0na \uD800' })?.person.name).toBe('Dana \uFFFD');
  });
});
