import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { at, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imtContents, publishVersion, writeDraft } from '../testing/program.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const publish = (call: Client, draft: StandardId, edition = 2) =>
  call(endpoints.publishDraft, { params: { draft }, body: { edition } });
const edit = (draft: StandardId, edition: number, contents = imtContents()) =>
  sponsor(endpoints.editDraft, { params: { draft }, body: { contents }, ifMatch: edition });
const listed = async () => (await sponsor(endpoints.listStandards, {})).standards;

describe('publishing a draft', () => {
  test('makes a version of it under its own id, and the draft is gone', async () => {
    const contents = imtContents({ version: '2027.1', approach: 'hybrid' });
    const { id } = await writeDraft(sponsor, contents);
    const moment = at('2026-03-05T15:00:00Z');
    const admin = people.councilAdmin;
    api.forget(admin);
    const version = await api.clock.during(moment, async () => publish(await api.as(admin), id));
    expect(version).toMatchObject({ id, publishedAt: moment, contents, may: { draft: true } });
    expect(await refusalOf(sponsor(endpoints.readDraft, { params: { draft: id } }))).toBe('404 not-found');
    expect((await listed()).filter((one) => one.id === id)).toMatchObject([{ status: 'published', at: moment }]);
    expect(await (await api.as(people.grace))(endpoints.readStandard, { params: { standard: id } })).toMatchObject({
      contents,
    });
  });
  test('is possible with warnings', async () => {
    const contents = imtContents({ version: 'warned', jobBookStatus: 'template-unverified', termMonths: 24 });
    expect((await publishVersion(sponsor, contents)).contents).toEqual(contents);
  });
  test('leaves the version it was made from as it was', async () => {
    const from = await publishVersion(sponsor, imtContents({ version: 'first' }));
    const draft = await sponsor(endpoints.createDraft, { body: { from: from.id, version: 'second' } });
    await edit(draft.id, 1, { ...draft.contents, termMonths: 20 });
    await publish(sponsor, draft.id);
    const read = (id: StandardId) => sponsor(endpoints.readStandard, { params: { standard: id } });
    expect((await read(from.id)).contents).toMatchObject({ version: 'first', termMonths: 18 });
    expect((await read(draft.id)).contents).toMatchObject({ version: 'second', termMonths: 20 });
  });
});

describe('a draft is not published', () => {
  test('with an error in it; each is told by its field, and it stays a draft', async () => {
    const { id } = await writeDraft(
      sponsor,
      imtContents({ version: 'faulty', ojtMinutes: hours(3_000), termMonths: 24 }),
    );
    const problem = await problemOf(publish(sponsor, id));
    expect(problem).toMatchObject({
      status: 409,
      kind: 'standard-faulty',
      errors: [{ field: 'ojtMinutes', message: 'The parts add up to 2736 h, the total says 3000 h.' }],
    });
    expect(problem.errors).toHaveLength(1);
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ status: 'draft', errors: 1 });
  });
  test('as it was before somebody else changed it', async () => {
    const { id } = await writeDraft(sponsor, imtContents({ version: 'edited' }));
    await edit(id, 2, imtContents({ version: 'edited', termMonths: 17 }));
    expect(await refusalOf(publish(sponsor, id))).toBe('409 changed-since-shown');
    await publish(sponsor, id, 3);
  });
  test('under a name that a version of the program has already', async () => {
    await publishVersion(sponsor, imtContents({ version: 'taken' }));
    const { id } = await writeDraft(sponsor, imtContents({ version: 'taken' }));
    expect(await problemOf(publish(sponsor, id))).toMatchObject({
      status: 409,
      kind: 'version-taken',
      facts: { version: 'taken' },
    });
    const occupation = { title: 'Welder', rapidsCode: '0622', onetSoc: '51-4121' };
    await publishVersion(sponsor, imtContents({ version: 'taken', occupation }));
    await publishVersion(await api.as(people.elsewhereAdmin), imtContents({ version: 'taken' }));
  });
  test('twice: of two at once one is told that it is published', async () => {
    const { id } = await writeDraft(sponsor, imtContents({ version: 'twice' }));
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => publish(sponsor, id)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 409, kind: 'published-never-changes' });
  });
  test('beside another of the same name: of several at once one is published', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => writeDraft(sponsor, imtContents({ version: 'race' }))));
    const outcomes = await Promise.allSettled(drafts.map(({ id }) => publish(sponsor, id)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'version-taken' });
    expect(
      (await listed())
        .filter((one) => one.version === 'race')
        .map((one) => one.status)
        .toSorted(),
    ).toEqual(['draft', 'draft', 'draft', 'published']);
  });
  test('while it is edited: either the edit or the publication is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await writeDraft(sponsor, imtContents({ version: `both ${round}` }));
      const [edited, published] = await Promise.allSettled([
        edit(id, 2, imtContents({ version: `both ${round}`, termMonths: 17 })),
        publish(sponsor, id),
      ]);
      const refusals = [edited, published].flatMap((one) =>
        one.status === 'rejected' ? [one.reason.problem.kind] : [],
      );
      expect(refusals).toHaveLength(1);
      expect(['changed-since-shown', 'published-never-changes']).toContain(refusals[0]);
      if (published.status === 'fulfilled') expect(published.value.contents.termMonths).toBe(18);
    }
  });
});

describe('who may not publish', () => {
  test.each([
    ['an apprentice', people.ada, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['an employer', people.foundryAdmin, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-found'],
  ])('%s', async (_name, person, refusal) => {
    const { id } = await writeDraft(sponsor, imtContents({ version: `no ${person.name}` }));
    expect(await refusalOf(publish(await api.as(person), id))).toBe(refusal);
  });
  test('anybody, what is published or not there', async () => {
    expect(await refusalOf(publish(sponsor, standardId(1)))).toBe('409 published-never-changes');
    expect(await refusalOf(publish(sponsor, newId()))).toBe('404 not-found');
  });
});
