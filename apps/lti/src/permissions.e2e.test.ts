import { fileURLToPath } from 'node:url';
import { Database } from '@journeybook/database/testing';
import type { OrganizationId } from '@journeybook/domain';
import { driveLaunch } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drivePicker } from './testing/drive-picker.js';
import { everyRoute } from './testing/every-route.js';
import { invite } from './testing/invite.js';
import { places, startWorld, type World } from './testing/start-world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld('moodle');
});
afterAll(() => world.close());

const strangers: Readonly<Record<string, () => Record<string, string>>> = {
  nobody: () => ({}),
  'a session of the portal': () => ({ cookie: 'journeybook_session=c2Vzc2lvbg' }),
  'the token of our own servers': () => ({ authorization: `Bearer ${world.config.machineToken}` }),
};

const call = (
  line: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: URLSearchParams | string } = {},
) => {
  const [method = '', path = ''] = line.split(' ');
  return fetch(`${world.config.publicUrl}${path}`, { method, headers, redirect: 'manual', ...(body ? { body } : {}) });
};

const login = () => ({
  iss: world.simulator.registration.issuer,
  login_hint: '2',
  target_link_uri: `${world.config.publicUrl}/lti/launch`,
  client_id: world.simulator.registration.clientId,
  lti_message_hint: '1',
});

async function registration() {
  const database = await Database.openAsOwner({ url: world.databaseUrl });
  const invitation = await invite(database, world.collegeId as OrganizationId);
  await database.close();
  const { openidConfiguration, registrationToken } = await world.simulator.control.inviteTool();
  return { invitation, openid_configuration: openidConfiguration, registration_token: registrationToken };
}

/** What a route asks for, and a call that has it. */
const holders: Readonly<Record<string, readonly [asks: string, call: () => Promise<Response>]>> = {
  'GET /lti/login': [
    'a platform that is connected',
    () => call(`GET /lti/login?${new URLSearchParams(login()).toString()}`),
  ],
  'POST /lti/login': [
    'a platform that is connected',
    () => call('POST /lti/login', { body: new URLSearchParams(login()) }),
  ],
  'POST /lti/launch': [
    'a message signed by that platform, once, in the browser that began the login',
    async () => (await driveLaunch({ simulator: world.simulator, ...places.moodle, personId: 'rosa-silva' })).post(),
  ],
  'POST /lti/picked': [
    'the sealed ticket of a picker',
    async () => {
      const driver = drivePicker(world, 'moodle');
      const picker = await driver.read(await (await driver.request()).post());
      return (await driver.answer(picker, [])).response;
    },
  ],
  'POST /lti/notices': [
    'a notice signed by a platform whose installation is approved',
    async () => {
      const { control } = world.simulator;
      const jwt = await control.signIdToken(control.noticeClaims({ type: 'LtiContextCopyNotice', courseId: '2' }));
      return call('POST /lti/notices', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ notices: [{ jwt }] }),
      });
    },
  ],
  'GET /lti/register': [
    'an invitation of a college',
    async () => call(`GET /lti/register?${new URLSearchParams(await registration()).toString()}`),
  ],
  'POST /lti/register': [
    'an invitation of a college, not used yet',
    async () => call('POST /lti/register', { body: new URLSearchParams(await registration()) }),
  ],
};

const introduction = `# Permissions of the LTI tool

Every address that the LTI tool answers, called by a test that writes this page (\`apps/lti/src/permissions.e2e.test.ts\`) and fails when an
address is missing here or answers otherwise; \`npm run permissions -w apps/lti\` writes it anew. Nobody signs in here: what opens
something is what is shown, so a session of the portal or the token of our own servers opens no more than nothing does. ✓ is answered
with what was asked for, a number is the status of the refusal. What the API lets a launched page do is in
[../permissions.md](../permissions.md).
`;

const cell = ({ status }: Response): string => (status < 400 ? '✓' : `\`${status}\``);

test('docs/lms/permissions.md says who opens what; "npm run permissions" writes it anew', async () => {
  const rows: string[][] = [];
  for (const line of everyRoute(world.lti.parts)) {
    const answers = [];
    for (const headers of Object.values(strangers)) answers.push(cell(await call(line, { headers: headers() })));
    const [asks, ask] = holders[line] ?? [answers[0] === '✓' ? 'nothing' : 'nothing opens it', null];
    rows.push([`\`${line}\``, ...answers, asks, ask ? cell(await ask()) : '']);
    expect(new Set(answers).size, `${line} tells strangers apart`).toBe(1);
  }
  const head = ['address', ...Object.keys(strangers), 'asks for', 'who has it'];
  const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const file = fileURLToPath(new URL('../../../docs/lms/permissions.md', import.meta.url));
  await expect(`${introduction}\n${table}\n`).toMatchFileSnapshot(file);
});
