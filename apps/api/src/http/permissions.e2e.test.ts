import { fileURLToPath } from 'node:url';
import { endpoints } from '@journeybook/contracts';
import type { Role } from '@journeybook/domain';
import { launchScopes, linkScopes, machineScopes, pickerScopes, roleScopes } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askedOf, callRoute, namesIn, rowsIn } from '../testing/call-route.js';
import type { CallerName, Credentials } from '../testing/every-caller.js';
import { callerNames, credentialsOf } from '../testing/every-caller.js';
import { listRoutes } from '../testing/list-routes.js';
import { addHolders, holders } from '../testing/portal-roles.js';
import type { RowAnswers } from '../testing/render-permissions.js';
import { renderPermissions } from '../testing/render-permissions.js';
import type { RowsOfSide } from '../testing/rows-of.js';
import { rowsOf, sessionOf, sides } from '../testing/rows-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';
import type { Admission } from './route.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addHolders(api);
});
afterAll(() => api.stop());

const admitted = new Map<string, ReadonlyMap<CallerName, string>>();
const refusals = new Map<string, RowAnswers>();
const routes = () => listRoutes(api.app).toSorted((left, right) => order(left.line) - order(right.line));

const lines = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
const order = (line: string) => (lines.includes(line) ? lines.indexOf(line) : lines.length);

/** Who gets past the door, by the tables of scopes: the routes must be as these say, and they as the document. */
function mayTry(admission: Admission | undefined, caller: CallerName): boolean {
  if (admission === 'public') return true;
  if (admission === undefined || caller === 'nobody') return false;
  const scopes: readonly string[] =
    caller === 'machine'
      ? machineScopes
      : caller === 'link'
        ? linkScopes
        : caller === 'picker'
          ? ['launched', ...pickerScopes]
          : caller in roleScopes
            ? ['signed-in', ...roleScopes[caller as Role]]
            : ['launched', ...launchScopes[caller.slice('launch: '.length) as keyof typeof launchScopes]];
  return scopes.includes(admission);
}

const closed = ['401 not-signed-in', '403 not-allowed', '401 launch-ended'];

/** Whether the answer is that of the door: a public route has none, so what it says of a wrong code is its own. */
const isShut = (answer: string, admission: Admission | undefined) =>
  closed.includes(answer) && !(admission === 'public' && answer === '401 launch-ended');

/** A link counts where it leads, and elsewhere its holder is nobody. */
const isLinkRoute = (line: string): boolean => / \/api\/mentor-link(\/|$)/.test(line);

describe('every route by every caller', () => {
  test('lets past the door whom the scopes say, and nobody else', async () => {
    const wrong: string[] = [];
    const credentials = new Map<CallerName, Credentials>();
    for (const { line, admission } of routes()) {
      const answers = new Map<CallerName, string>();
      for (const caller of callerNames) {
        const headers = credentials.get(caller) ?? (await credentialsOf(api, caller));
        const answer = await callRoute(api.url, line, headers);
        // What was done may have ended the credential.
        if (answer.startsWith('2') && !line.startsWith('GET')) credentials.delete(caller);
        else credentials.set(caller, headers);
        const shut = isShut(answer, admission);
        const isNobody = caller === 'nobody' || (caller === 'link' && !isLinkRoute(line));
        const expected = isNobody ? '401 not-signed-in' : '403 not-allowed';
        if (answer.startsWith('5') || shut === mayTry(admission, caller) || (shut && answer !== expected))
          wrong.push(`${line} by ${caller}: ${answer}`);
        answers.set(caller, shut ? answer : 'admitted');
      }
      admitted.set(line, answers);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

/** Whose rows are whose: to a sponsor the whole of its agreements is its own, and to a college its own platforms. */
const owners = {
  apprentice: { rows: 'employer', others: ['bela', 'zoe'] },
  mentor: { rows: 'employer', others: ['bela', 'zoe'] },
  'employer-admin': { rows: 'employer', others: ['bela', 'zoe'] },
  'college-admin': { rows: 'college', others: ['zoe'] },
  'sponsor-admin': { rows: 'sponsor', others: ['zoe'] },
  'launch: instructor': { rows: 'page', others: ['bela', 'zoe'] },
} as const satisfies Partial<Record<CallerName, { rows: keyof RowsOfSide; others: readonly (keyof typeof sides)[] }>>;
type Owner = keyof typeof owners;
const isOwner = (caller: CallerName): caller is Owner => caller in owners;

/** The parts of a path and of a body whose row belongs to somebody. */
const belongs = (line: string): readonly string[] => [
  ...rowsIn(line).filter((row) => row !== 'competencies/:competency'),
  ...namesIn(line).filter((name) =>
    ['organization', 'sponsor', 'entries', 'from', 'to', 'apprenticeship'].includes(name),
  ),
];

/** Done; or an edit that was only held against what was shown, which is the last thing that is asked. */
const wasLetIn = (answer: string): boolean => answer.startsWith('2') || answer.startsWith('412');

describe('a row of somebody else', () => {
  test('is refused to everybody who may try it on their own', async () => {
    const rows = new Map<string, RowsOfSide>();
    for (const [name, side] of Object.entries(sides)) rows.set(name, await rowsOf(api, side));
    const ask = async (line: string, caller: Owner, owner: keyof typeof sides): Promise<string> => {
      const own = rows.get('ada');
      const headers =
        caller === 'launch: instructor'
          ? { authorization: `Bearer ${own?.pageToken}` }
          : await credentialsOf(api, caller);
      const at = rows.get(owner)?.[owners[caller].rows];
      const session =
        owner === 'ada' && caller in holders && line.includes('/:session')
          ? { 'sessions/:session': await sessionOf(api, holders[caller as Role]) }
          : {};
      return callRoute(api.url, line, headers, { ...at, path: { ...at?.path, ...session } });
    };
    const answersAbout = async (line: string, caller: Owner) => {
      const at = (owner: keyof typeof sides) => askedOf(line, rows.get(owner)?.[owners[caller].rows]);
      const others: string[] = [];
      for (const owner of owners[caller].others)
        if (at(owner) !== at('ada')) others.push(await ask(line, caller, owner));
      return others;
    };
    const open: string[] = [];
    for (const { line } of routes().filter((one) => belongs(one.line).length > 0)) {
      const callers = callerNames.filter(isOwner).filter((caller) => admitted.get(line)?.get(caller) === 'admitted');
      const others = new Map<Owner, readonly string[]>();
      for (const caller of callers) others.set(caller, await answersAbout(line, caller));
      for (const [caller, answers] of others)
        if (answers.some(wasLetIn)) open.push(`${line} by ${caller}: ${answers.join(', ')}`);
      const answers = new Map<CallerName, { readonly own: string; readonly others: readonly string[] }>();
      // Only now: what is done to a row of their own changes the world.
      for (const [caller, those] of others) answers.set(caller, { own: await ask(line, caller, 'ada'), others: those });
      refusals.set(line, answers);
    }
    expect(open).toEqual([]);
  }, 120_000);
});

test('docs/permissions.md says so; "npm run permissions" writes it anew', async () => {
  const file = fileURLToPath(new URL('../../../../docs/permissions.md', import.meta.url));
  const lines = routes().map(({ line }) => line);
  await expect(renderPermissions(lines, { admitted, refusals })).toMatchFileSnapshot(file);
});
