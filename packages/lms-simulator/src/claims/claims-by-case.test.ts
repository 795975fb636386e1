import { beforeAll, describe, expect, test } from 'vitest';
import { createPlatform, type Platform } from '../platform/platform.js';
import { noticeScope, toolSettingScope } from '../platform/scopes.js';
import { canvasCaseIdentity, canvasCaseWorld } from '../testing/canvas-case-world.js';
import { readCapture, settle } from '../testing/captures.js';
import { moodleCaseIdentity, moodleCaseWorld } from '../testing/moodle-case-world.js';
import { findEnrolment, getCourse } from '../world/live-world.js';
import type { LmsPerson } from '../world/world.js';
import { buildClaims } from './build-claims.js';
import { claim } from './claim-names.js';
import type { Launch } from './launch.js';

type Claims = Readonly<Record<string, unknown>>;

interface Cases {
  readonly canvas: Readonly<Record<string, { readonly payload: Claims }>> & {
    readonly variants: Readonly<Record<string, Claims>>;
  };
  readonly moodle: Readonly<Record<string, { readonly payload: Claims }>> & {
    readonly variants: Readonly<Record<string, Claims>>;
  };
}

const cases = readCapture<Cases>('claims-by-case.json');
const tool = {
  loginUrl: 'https://lti.example.org/lti/login',
  launchUrls: ['https://lti.example.org/lti/launch'],
  jwksUrl: 'https://lti.example.org/lti/jwks.json',
};

interface Scene {
  readonly courseId: string;
  readonly personId: string | null;
  /** The activity, unless the launch has none. */
  readonly withLink?: boolean;
  readonly message?: Launch['message'];
  readonly change?: Partial<LmsPerson>;
}

function launchOf(platform: Platform, { courseId, personId, withLink, message, change }: Scene, at: Date): Launch {
  const course = getCourse(platform.world, courseId);
  const found = platform.world.people.find((candidate) => candidate.id === personId);
  const person = found ? { ...found, ...change } : null;
  return {
    platform,
    course,
    person,
    enrolment: person ? findEnrolment(course, person.id) : undefined,
    link: withLink ? (course.resourceLinks[0] ?? null) : null,
    message: message ?? 'resource-link',
    nonce: 'NONCE_SENT_BY_TOOL',
    sesskey: platform.profile === 'canvas' ? 'SIGNED_CANVAS_JWT' : '9fQ2bX7LcT',
    preparedAt: at,
    now: at,
  };
}

describe('Canvas claims', () => {
  const at = new Date(1_795_395_384_000);
  let platform: Platform;
  beforeAll(async () => {
    platform = await createPlatform({ profile: 'canvas', tool, world: canvasCaseWorld, ...canvasCaseIdentity });
  });
  const claimsOf = (scene: Omit<Scene, 'courseId'>) =>
    buildClaims(launchOf(platform, { courseId: '565', ...scene }, at));

  test.each<[string, Omit<Scene, 'courseId'>]>([
    ['student_resource_link', { personId: 'dana', withLink: true }],
    ['instructor_resource_link_assignment', { personId: 'luis', withLink: true }],
    ['instructor_deep_linking', { personId: 'luis', message: 'deep-linking' }],
    ['student_deep_linking', { personId: 'dana', message: 'deep-linking' }],
  ])('equal the recorded ones for %s', (name, scene) => {
    expect(claimsOf(scene)).toEqual(cases.canvas[name]?.payload);
  });

  test.each<[string, Omit<Scene, 'courseId'>]>([
    ['student_resource_link_anonymous_privacy', { personId: 'dana', change: { privacy: 'anonymous' } }],
    ['public_course_without_login_no_sub', { personId: null }],
    ['test_student', { personId: 'test' }],
    ['teaching_assistant', { personId: 'priya' }],
    ['observer_with_role_scope_mentor', { personId: 'casey' }],
  ])('equal the recorded variant %s', (name, scene) => {
    expect(claimsOf(scene)).toEqual(cases.canvas.variants[name]);
  });

  test('equal the recorded ones from the course menu, with the notification service when it is granted', () => {
    const before = platform.settings.scopes;
    platform.settings.scopes = [...before, noticeScope];
    const claims = claimsOf({ personId: 'luis' });
    platform.settings.scopes = before;
    // The recording has the whole deployment id in the address and two kinds of notices; Canvas's source has the tool's number
    // alone and four (canvas: doc/api/pns.md, app/models/lti/pns/notice_types.rb).
    const payload = cases.canvas['instructor_resource_link']?.payload;
    const recorded = payload?.[claim.notices] as { readonly platform_notification_service_url: string };
    expect(claims).toEqual({
      ...payload,
      [claim.notices]: {
        ...recorded,
        platform_notification_service_url: recorded.platform_notification_service_url.replace(/:[^:/]*$/, ''),
        notice_types_supported: [
          'LtiHelloWorldNotice',
          'LtiAssetProcessorSubmissionNotice',
          'LtiContextCopyNotice',
          'LtiAssetProcessorContributionNotice',
        ],
      },
    });
  });
});

describe('Moodle claims', () => {
  const at = new Date(1_795_395_460_000);
  let platform: Platform;
  beforeAll(async () => {
    platform = await createPlatform({ profile: 'moodle', tool, world: moodleCaseWorld, ...moodleCaseIdentity });
    platform.settings.scopes = platform.settings.scopes.filter((scope) => scope !== toolSettingScope);
  });
  const claimsOf = (scene: Omit<Scene, 'courseId'>) =>
    buildClaims(launchOf(platform, { courseId: '214', ...scene }, at));

  test.each<[string, Omit<Scene, 'courseId'>]>([
    ['student_resource_link', { personId: 'dana', withLink: true }],
    ['instructor_resource_link', { personId: 'luis', withLink: true }],
    ['instructor_deep_linking', { personId: 'luis', message: 'deep-linking' }],
  ])('equal the recorded ones for %s', (name, scene) => {
    expect(settle(claimsOf(scene))).toEqual(settle(cases.moodle[name]?.payload));
  });

  test('equal the recorded ones of an administrator, apart from what the activity adds', () => {
    const {
      [claim.basicOutcome]: _outcome,
      [claim.custom]: _custom,
      ...claims
    } = claimsOf({ personId: 'admin', withLink: true });
    const { [claim.custom]: _recorded, ...recorded } = cases.moodle.variants['site_admin'] ?? {};
    expect(settle(claims)).toEqual(settle(recorded));
  });

  test('equal the recorded ones of a learner without privacy and services', async () => {
    const world = { ...moodleCaseWorld, toolCustom: {} };
    const bare = await createPlatform({ profile: 'moodle', tool, world, ...moodleCaseIdentity });
    bare.settings.scopes = [];
    const launch = launchOf(
      bare,
      { courseId: '214', personId: 'dana', withLink: true, change: { privacy: 'anonymous' } },
      at,
    );
    const { lineItem: _column, ...link } = launch.link ?? { id: '', title: '', description: '', custom: {} };
    const claims = buildClaims({ ...launch, link: { ...link, custom: {}, container: 'window' } });
    expect(settle(claims)).toEqual(settle(cases.moodle.variants['student_privacy_never_services_off']));
  });
});
