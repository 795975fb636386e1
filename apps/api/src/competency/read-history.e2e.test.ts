import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, StandardId } from '@journeybook/domain';
import {
  advancedStandingGranted,
  at,
  competency,
  competencyCode,
  council,
  day,
  foundry,
  now,
  standard,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { entryOf, movesTo } from '../testing/change-agreement.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
let hugo: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [grace, hugo] = [await api.as(people.grace), await api.as(people.hugo)];
});
afterAll(() => api.stop());

const skill = competencyCode('WP01.01');
const history = async (call: Client, apprenticeship: ApprenticeshipId, code: string = skill) =>
  (await call(endpoints.competencyHistory, { params: { apprenticeship, competency: code } })).events;

/** Shown, watched, signed and voided, over five weeks. */
async function taught() {
  const person = await addApprentice(api.database);
  const params = { apprenticeship: person.apprenticeship };
  await grace(endpoints.demonstrate, {
    params,
    body: { competency: skill, on: day('2026-02-02'), comment: 'Start-up of line 3' },
  });
  await hugo(endpoints.observe, {
    params,
    body: { competency: skill, on: day('2026-02-20'), level: 2, feedback: 'Ask before the second valve' },
  });
  const body = { competency: skill, level: 3, observedOn: day('2026-03-03'), comment: 'Three starts' };
  const { attestation } = await grace(endpoints.signOff, { params, body });
  await api.clock.during(at('2026-03-04T16:00:00Z'), () =>
    hugo(endpoints.voidSignOff, {
      params: { ...params, entry: attestation?.entry ?? '' },
      body: { reason: 'Signed for another apprentice' },
    }),
  );
  return person;
}

describe('the history of a skill', () => {
  test('has every act with who did it, the oldest first, a void beside what it voids', async () => {
    const { apprenticeship } = await taught();
    const [byGrace, byHugo] = [
      { id: people.grace.id, name: 'Grace Kim' },
      { id: people.hugo.id, name: 'Hugo Brandt' },
    ];
    const event = { entry: expect.any(String), recordedAt: '2026-03-04T15:00:00.000Z', voided: false };
    expect(await history(grace, apprenticeship)).toEqual([
      { ...event, kind: 'demonstrated', on: '2026-02-02', by: byGrace, level: null, text: 'Start-up of line 3' },
      { ...event, kind: 'observed', on: '2026-02-20', by: byHugo, level: 2, text: 'Ask before the second valve' },
      { ...event, kind: 'signed-off', on: '2026-03-03', by: byGrace, level: 3, text: 'Three starts', voided: true },
      {
        ...event,
        kind: 'voided',
        on: '2026-03-04',
        recordedAt: '2026-03-04T16:00:00.000Z',
        by: byHugo,
        level: null,
        text: 'Signed for another apprentice',
      },
    ]);
    expect(await history(grace, apprenticeship, 'WP01.06')).toEqual([]);
  });
  test('has what was granted for what was learned before', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const granted = advancedStandingGranted({
      ...entryOf(apprenticeship),
      subject: { kind: 'competency', competency: skill, level: 3 },
    });
    await api.database.transaction(({ record }) => record.append(council, apprenticeship, [granted]));
    expect(await history(grace, apprenticeship)).toMatchObject([{ kind: 'granted', level: 3, text: granted.reason }]);
  });
  test('goes on under what the skill is called after a move', async () => {
    const { apprenticeship } = await taught();
    const renamed = competencyCode('WP01.09');
    const to = standard({ id: newId<StandardId>(), version: '2027.1', competencies: [competency({ code: renamed })] });
    const mapping = [{ subject: 'competency' as const, from: skill, to: renamed }];
    await movesTo(api.database, apprenticeship, { from: standard(), to, mapping });
    await grace(endpoints.demonstrate, {
      params: { apprenticeship },
      body: { competency: renamed, on: day('2026-03-04') },
    });
    const kinds = (await history(grace, apprenticeship, renamed)).map((event) => event.kind);
    expect(kinds).toEqual(['demonstrated', 'observed', 'signed-off', 'demonstrated', 'voided']);
    expect(await refusalOf(history(grace, apprenticeship))).toBe('422 unknown-competency');
  });
  test('stays readable after the employer set the skill aside', async () => {
    const program = standard({ id: newId<StandardId>(), version: '2026.4' });
    await api.database.read.standards.publish(council, program, now);
    const { apprenticeship } = await addApprentice(api.database, { standard: program.id });
    const body = { competency: skill, on: day('2026-03-03') };
    await grace(endpoints.demonstrate, { params: { apprenticeship }, body });
    const change = { kind: 'competency-set-aside' as const, competency: skill, reason: 'No such line here' };
    const customisation = { standard: program.id, employer: foundry, edition: 1, changes: [change] };
    await api.database.read.customisations.add(council, customisation, { by: people.foundryAdmin.id, at: now });
    expect(await history(grace, apprenticeship)).toMatchObject([{ kind: 'demonstrated' }]);
    const untouched = await addApprentice(api.database, { standard: program.id });
    expect(await refusalOf(history(grace, untouched.apprenticeship))).toBe('422 unknown-competency');
  });
  test('of a skill that is in no Job Book is refused', async () => {
    expect(await refusalOf(history(grace, agreements.ada.id, 'WP99.01'))).toBe('422 unknown-competency');
    expect(await refusalOf(history(grace, agreements.ada.id, 'x'.repeat(41)))).toBe('400 invalid-request');
  });
});

describe('who may read it', () => {
  test.each([
    ['the apprentice', people.ada],
    ['a mentor of today', people.hugo],
    ['the employer', people.foundryAdmin],
    ['the sponsor', people.councilAdmin],
  ])('%s', async (_, person) => {
    expect(await history(await api.as(person), agreements.ada.id)).toEqual([]);
  });
  test.each([
    ['another apprentice', people.bela],
    ['a mentor of somebody else', people.mona],
    ['a mentor whose assignment ended', people.felix],
    ['another employer', people.millAdmin],
    ['another sponsor', people.elsewhereAdmin],
  ])('not %s', async (_, person) => {
    expect(await refusalOf(history(await api.as(person), agreements.ada.id))).toBe('404 not-their-record');
  });
  test('nobody, in a record that does not exist', async () => {
    expect(await refusalOf(history(grace, newId()))).toBe('404 not-their-record');
  });
});
