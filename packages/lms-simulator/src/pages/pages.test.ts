import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoWorld } from '../demo/world.js';
import { browseAs, type Browsing } from '../testing/browse-as.js';
import { type Pair, startPair } from '../testing/start-pair.js';

describe.each([
  ['moodle', '2', '1'],
  ['canvas', '565', '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90'],
] as const)('the pages of %s', (profile, courseId, linkId) => {
  let pair: Pair;
  let instructor: Browsing;
  let learner: Browsing;

  beforeAll(async () => {
    pair = await startPair(profile);
    instructor = await browseAs(pair.simulator, 'rosa-silva');
    learner = await browseAs(pair.simulator, 'priya-nair');
  });
  afterAll(() => pair.close());

  const read = async (browser: Browsing, path: string) => (await browser.get(path)).text();
  const course = `/courses/${courseId}`;
  const columnId = () => pair.simulator.control.gradebook(courseId)[0]?.id ?? '';

  test('ask a stranger who they are', async () => {
    const page = await (await fetch(`${pair.simulator.url}${course}`)).text();
    expect(page).toContain('Who are you?');
    expect(page).toContain('Rosa Silva');
  });

  test('refuse to sign in somebody they do not know', async () => {
    const answer = await fetch(`${pair.simulator.url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ person: 'nobody' }),
    });
    expect(answer.status).toBe(404);
  });

  test.each([
    '/',
    course,
    `${course}/activities/${linkId}`,
    `${course}/grades`,
    `${course}/people`,
    `${course}/content/new`,
  ])('say on %s that the platform is simulated', async (path) => {
    expect(await read(instructor, path)).toContain('This is a simulated platform');
  });

  test('show the activity in a frame named after the tool', async () => {
    const page = await read(learner, `${course}/activities/${linkId}`);
    expect(page).toContain(`title="Journeybook" src="${pair.simulator.url}${course}/activities/${linkId}/launch"`);
    expect(page.includes('name="post_message_forwarding"')).toBe(profile === 'canvas');
  });

  test('name the activity once on its page, below the course', async () => {
    const title = demoWorld[profile].courses[0]?.resourceLinks[0]?.title ?? '';
    const page = await read(learner, `${course}/activities/${linkId}`);
    const [, body = ''] = page.split('</head>');
    expect(body.split(title)).toHaveLength(2);
    expect(body).toContain(`<h2 class="activity-title">${title}</h2>`);
    expect(body.indexOf('<h1>')).toBeLessThan(body.indexOf('<h2'));
  });

  test('offer an instructor content from the tool', async () => {
    expect(await read(instructor, course)).toContain('Add content from Journeybook');
    expect(await read(learner, course)).not.toContain('Add content');
  });

  test('let an instructor type a grade, and show who did and when', async () => {
    const form = { column: columnId(), person: 'priya-nair', score: '91.5', comment: 'seen <in> class' };
    expect((await instructor.post(`${course}/grades`, form)).status).toBe(303);
    const page = await read(instructor, `${course}/grades`);
    expect(page).toContain('91.5 / 100');
    expect(page).toContain('seen &lt;in&gt; class');
    expect(page).toMatch(/Set by Rosa Silva, \w+ \d+, \d{4}/);
  });

  test('show a learner only their own grades', async () => {
    const page = await read(learner, `${course}/grades`);
    expect(page).toContain('91.5 / 100');
    expect(page).not.toContain('Adaeze Dike');
  });

  test('let an instructor remove a grade', async () => {
    await instructor.post(`${course}/grades`, { column: columnId(), person: 'priya-nair', score: '', comment: '' });
    expect(pair.simulator.control.gradebook(courseId)[0]?.cells).toMatchObject([
      { personId: 'priya-nair', score: null },
    ]);
  });

  test.each([
    ['more than the maximum', { score: '101' }],
    ['no number', { score: 'ten' }],
    ['a grade for somebody who is not in the course', { score: '10', person: 'nobody' }],
  ])('refuse %s', async (_name, change) => {
    const form = { column: columnId(), person: 'priya-nair', comment: '', ...change };
    expect((await instructor.post(`${course}/grades`, form)).status).toBe(400);
  });

  test.each(['grades', 'people'])('refuse a learner who posts to %s', async (what) => {
    const form = { column: columnId(), person: 'priya-nair', score: '100', comment: '', change: 'remove' };
    expect((await learner.post(`${course}/${what}`, form)).status).toBe(403);
  });

  test('let an instructor suspend, reactivate, remove and enrol a learner', async () => {
    const change = (what: string) => instructor.post(`${course}/people`, { person: 'adaeze-dike', change: what });
    const suspended = await browseAs(pair.simulator, 'adaeze-dike');

    await change('suspend');
    expect((await suspended.get(course)).status).toBe(403);
    await change('reactivate');
    expect((await suspended.get(course)).status).toBe(200);
    await change('remove');
    expect(await read(instructor, `${course}/people`)).toContain('<option value="adaeze-dike">');
    await change('enrol');
    expect((await suspended.get(course)).status).toBe(200);
  });

  test('never change an instructor’s enrolment', async () => {
    expect((await instructor.post(`${course}/people`, { person: 'rosa-silva', change: 'remove' })).status).toBe(400);
  });

  test('show what the tool says when it sends somebody back, escaped', async () => {
    const path =
      profile === 'moodle'
        ? `/mod/lti/return.php?course=${courseId}&`
        : `${course}/external_content/success/external_tool_redirect?`;
    const page = await read(learner, `${path}lti_errormsg=${encodeURIComponent('<i>Not connected</i>')}`);
    expect(page).toContain('&lt;i&gt;Not connected&lt;/i&gt;');
    expect(page).toContain('role="alert"');
  });

  test('lead somebody back whom the tool sends without a word, as the product does', async () => {
    if (profile === 'canvas') {
      const page = await read(learner, `${course}/external_content/success/external_tool_redirect`);
      expect(page).toContain('should close on its own');
      expect(page).not.toContain('href');
      return;
    }
    const back = (container: number) =>
      learner.get(`/mod/lti/return.php?course=${courseId}&launch_container=${container}`);
    for (const container of [4, 5]) {
      const { status, headers } = await back(container);
      expect([status, headers.get('location')]).toEqual([303, `${pair.simulator.url}${course}`]);
    }
    // Empty in a window.
    expect(await (await back(3)).text()).toMatch(/<script>if \(window != top\) top\.location\.href = "http/);
  });

  test('sign out', async () => {
    const leaver = await browseAs(pair.simulator, 'priya-nair');
    await leaver.post('/sign-out', {});
    expect((await leaver.get(course)).status).toBe(303);
  });

  test('answer 404 for a course and an activity that do not exist', async () => {
    expect((await instructor.get('/courses/999')).status).toBe(404);
    expect((await instructor.get(`${course}/activities/none`)).status).toBe(404);
  });
});

describe('the pages for a tool without deep linking', () => {
  test('offer no content from it, and refuse to ask for some', async () => {
    const pair = await startPair('moodle', { offersDeepLinking: false });
    const instructor = await browseAs(pair.simulator, 'rosa-silva');
    expect(await (await instructor.get('/courses/2')).text()).not.toContain('Add content');
    expect((await instructor.get('/courses/2/content/new')).status).toBe(404);
    expect((await instructor.get('/courses/2/content/launch')).status).toBe(404);
    await pair.close();
  });
});
