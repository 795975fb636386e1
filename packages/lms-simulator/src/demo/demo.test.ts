import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { browseAs } from '../testing/browse-as.js';
import { readConfig } from './config.js';
import { demoRegistrations } from './registrations.js';
import { type DemoLms, startDemoLms } from './start-demo-lms.js';
import { demoWorld } from './world.js';

let dataDir: string;
let lms: DemoLms | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'demo-lms-'));
});
afterEach(async () => {
  await lms?.close();
  lms = undefined;
  rmSync(dataDir, { recursive: true });
});

async function start(): Promise<DemoLms> {
  lms = await startDemoLms({ port: 0, toolUrl: 'http://127.0.0.1:4401', dataDir, publicUrl: 'http://127.0.0.1' });
  return lms;
}

describe('the demo college', () => {
  test('offers both platforms on its front page and says it is healthy', async () => {
    lms = await startDemoLms({ port: 0, toolUrl: 'http://127.0.0.1:4401' });
    const page = await (await fetch(lms.url)).text();
    expect(page).toContain(`${lms.url}/moodle/`);
    expect(page).toContain(`${lms.url}/canvas/`);
    expect(page).toContain('These are simulated platforms');
    expect((await fetch(`${lms.url}/health`)).status).toBe(200);
    for (const profile of ['moodle', 'canvas'] as const) {
      expect((await fetch(`${lms.url}/${profile}/`)).status).toBe(200);
      expect((await fetch(lms.registrations[profile].jwksUrl)).status).toBe(200);
    }
  });

  test('keeps grades, enrolments, columns and keys over a restart', async () => {
    const first = await start();
    first.control.moodle.typeGrade({ courseId: '2', column: '2', personId: 'priya-nair', score: 88, comment: 'kept' });
    first.control.canvas.suspend('565', 'mei-tanaka');
    first.control.canvas.addResourceLink('566', {
      id: 'new-link',
      title: 'New',
      description: '',
      custom: {},
      lineItem: { id: '1400', scoreMaximum: 10 },
    });
    const keys = first.control.canvas.publicKeys();
    await first.close();

    const second = await start();
    expect(second.control.moodle.gradebook('2')[0]?.cells).toMatchObject([
      { personId: 'priya-nair', score: 88, comment: 'kept', setBy: 'instructor' },
    ]);
    expect(second.control.canvas.gradebook('566').map(({ label }) => label)).toContain('New');
    expect(second.control.canvas.publicKeys()).toEqual(keys);
    const saved = JSON.parse(readFileSync(join(dataDir, 'lms.json'), 'utf8')) as {
      canvas: { courses: { enrolments: object[] }[] };
    };
    expect(saved.canvas.courses[0]?.enrolments).toContainEqual({
      personId: 'mei-tanaka',
      role: 'learner',
      state: 'suspended',
    });
  });

  test('offers an instructor content from the tool', async () => {
    lms = await startDemoLms({ port: 0, toolUrl: 'http://127.0.0.1:4401' });
    for (const [profile, course] of [
      ['moodle', '2'],
      ['canvas', '565'],
    ] as const) {
      const instructor = await browseAs({ url: `${lms.url}/${profile}` }, 'rosa-silva');
      const page = await (await instructor.get(`/courses/${course}`)).text();
      expect(page).toContain('Add content from Journeybook');
    }
  });

  test('lets only its owner read the saved state, which holds keys', async () => {
    await start();
    expect(statSync(join(dataDir, 'lms.json')).mode & 0o777).toBe(0o600);
  });

  test('names the file when the saved state cannot be understood', async () => {
    writeFileSync(join(dataDir, 'lms.json'), '{"moodle":');
    await expect(start()).rejects.toThrow(`${join(dataDir, 'lms.json')} is not a saved state`);
  });

  test('enrols only people it has, and gives every activity an id of its own', () => {
    for (const world of Object.values(demoWorld)) {
      const people = world.people.map((person) => person.id);
      const enrolled = world.courses.flatMap((course) => course.enrolments.map((enrolment) => enrolment.personId));
      const links = world.courses.flatMap((course) => course.resourceLinks.map((link) => link.id));
      expect(people).toEqual(expect.arrayContaining(enrolled));
      expect(new Set(links).size).toBe(links.length);
    }
  });
});

describe('the registrations of the demo', () => {
  test('are known before it runs', async () => {
    const running = await start();
    expect(running.registrations).toEqual(demoRegistrations('http://127.0.0.1/'));
    expect(demoRegistrations('http://localhost:4402')).toEqual({
      moodle: {
        profile: 'moodle',
        collegeName: 'Lakeside Community College',
        issuer: 'http://localhost:4402/moodle',
        clientId: 'jbMoodleDemo01',
        deploymentId: '1',
        authUrl: 'http://localhost:4402/moodle/mod/lti/auth.php',
        tokenUrl: 'http://localhost:4402/moodle/mod/lti/token.php',
        jwksUrl: 'http://localhost:4402/moodle/mod/lti/certs.php',
      },
      canvas: {
        profile: 'canvas',
        collegeName: 'Lakeside Community College',
        issuer: 'http://localhost:4402/canvas',
        clientId: '241560000000000117',
        deploymentId: '8731:3a39eee0288451e31cffb9accb3791ac8e50edd4',
        authUrl: 'http://localhost:4402/canvas/api/lti/authorize_redirect',
        tokenUrl: 'http://localhost:4402/canvas/login/oauth2/token',
        jwksUrl: 'http://localhost:4402/canvas/api/lti/security/jwks',
      },
    });
  });
});

describe('the settings of the demo', () => {
  test('have defaults for one machine', () => {
    expect(readConfig({})).toEqual({ port: 4402, host: '127.0.0.1', toolUrl: 'http://127.0.0.1:4401' });
  });

  test('are refused all at once, by name', () => {
    expect(() => readConfig({ LMS_PORT: 'x', LTI_PUBLIC_URL: 'nowhere' })).toThrow(/LMS_PORT[\s\S]*LTI_PUBLIC_URL/);
  });
});
