import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { StandardId } from '@journeybook/domain';
import { checkStandard } from '@journeybook/domain';
import { council, elsewhere, foundry, standard, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { imtContents, publishVersion } from '../testing/program.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import { addMembership, buildWorld, outsideEmployer, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const create = (call: Client, from: StandardId | null, version = '2027.1') =>
  call(endpoints.createDraft, { body: { from, version } });
const { id: _, ...published } = standard();

/** Somebody who signs in with these roles: an apprentice's account that nothing else uses. */
async function holding(...roles: readonly (readonly [typeof council, 'sponsor-admin' | 'employer-admin'])[]) {
  const person: Known = await addApprentice(api.database, { status: 'completed', standard: standardId(3) });
  for (const [organization, role] of roles) await addMembership(api.database, person, organization, role);
  return api.as(person);
}

describe('a new draft', () => {
  test('has the contents of the version it is made from, under a name of its own', async () => {
    const draft = await create(sponsor, standardId(1), ' 2027.1 ');
    expect(draft).toEqual({
      id: draft.id,
      sponsor: { id: council, name: 'Northern Council' },
      edition: 1,
      from: { id: standardId(1), version: '2026.1' },
      contents: { ...published, version: '2027.1' },
      findings: checkStandard(standard({ version: '2027.1' })),
      notes: [],
      changedBy: { id: people.councilAdmin.id, name: 'Cora Council' },
      changedAt: api.clock.now(),
    });
    expect(draft.id).not.toBe(standardId(1));
    expect(await sponsor(endpoints.readDraft, { params: { draft: draft.id } })).toEqual(draft);
  });
  test('begins with the IMT program when it is made from nothing', async () => {
    const draft = await create(sponsor, null);
    expect(draft).toMatchObject({
      from: null,
      contents: {
        version: '2027.1',
        occupation: { title: 'Industrial Manufacturing Technician' },
        ojtMinutes: 2_736 * 60,
        rtiMinutes: 264 * 60,
        jobBookStatus: 'template-unverified',
      },
    });
    expect(draft.contents.competencies).toHaveLength(76);
    expect(draft.findings.map((one) => one.kind)).toContain('job-book-unreviewed');
    expect(draft.findings.filter((one) => one.severity === 'error')).toEqual([]);
  });
  test('belongs to the sponsor of the version it is made from, or to the first one the person administers', async () => {
    const call = await holding([council, 'sponsor-admin'], [elsewhere, 'sponsor-admin']);
    const sponsorOf = async (from: StandardId | null) => (await create(call, from)).sponsor.id;
    expect(await sponsorOf(standardId(1))).toBe(council);
    expect(await sponsorOf(standardId(2))).toBe(elsewhere);
    expect(await sponsorOf(null)).toBe(elsewhere);
  });
});

describe('a draft is not made', () => {
  test.each([
    ['of a version of another sponsor', standardId(2)],
    ['of a version that does not exist', newId<StandardId>()],
  ])('%s', async (_name, from) => {
    expect(await refusalOf(create(sponsor, from))).toBe('404 not-found');
  });
  test('of another draft', async () => {
    const { id } = await create(sponsor, null);
    expect(await refusalOf(create(sponsor, id))).toBe('404 not-found');
  });
  test('of a version that the person reads for another sponsor’s employer only', async () => {
    const call = await holding([elsewhere, 'sponsor-admin'], [foundry, 'employer-admin']);
    expect(await refusalOf(create(call, standardId(1)))).toBe('403 not-their-program');
    const other = await holding([council, 'sponsor-admin'], [outsideEmployer, 'employer-admin']);
    expect(await refusalOf(create(other, standardId(2)))).toBe('403 not-their-program');
  });
  test.each(['', '  ', 'x'.repeat(61), 'a\u0000'])('under the name “%s”', async (version) => {
    expect(await refusalOf(create(sponsor, null, version))).toBe('400 invalid-request');
  });
  test.each([
    ['an apprentice', people.ada],
    ['a mentor', people.grace],
    ['an employer', people.foundryAdmin],
  ])('by %s', async (_name, person) => {
    expect(await refusalOf(create(await api.as(person), standardId(1)))).toBe('403 not-allowed');
  });
});

describe('discarding a draft', () => {
  const discard = (call: Client, draft: StandardId, shown = 1) =>
    call(endpoints.discardDraft, { params: { draft }, ifMatch: shown });

  test('takes it away, once', async () => {
    const { id } = await create(sponsor, standardId(1));
    await discard(sponsor, id);
    expect(await refusalOf(discard(sponsor, id))).toBe('404 not-found');
    expect(await refusalOf(sponsor(endpoints.readDraft, { params: { draft: id } }))).toBe('404 not-found');
    expect(await sponsor(endpoints.readStandard, { params: { standard: standardId(1) } })).toMatchObject({
      contents: { version: '2026.1' },
    });
  });
  test('is not done to another sponsor’s, nor to a published version', async () => {
    const { id } = await create(sponsor, null);
    expect(await refusalOf(discard(await api.as(people.elsewhereAdmin), id))).toBe('404 not-found');
    expect(await refusalOf(discard(await api.as(people.foundryAdmin), id))).toBe('403 not-allowed');
    const { id: version } = await publishVersion(sponsor, imtContents({ version: 'stays' }));
    expect(await refusalOf(discard(sponsor, version))).toBe('409 published-never-changes');
    await sponsor(endpoints.readDraft, { params: { draft: id } });
  });
});
