import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntryId } from '@journeybook/domain';
import { competency, competencyCode, day, foundry, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { worksFor } from '../testing/change-agreement.js';
import type { Mapping } from '../testing/move.js';
import { move, nextContents, nextMapping, propose } from '../testing/move.js';
import { imtContents, publishVersion } from '../testing/program.js';
import { totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [sponsor, grace] = [await api.as(people.councilAdmin), await api.as(people.grace)];
});
afterAll(() => api.stop());

const read = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.readRecord, { params: { apprenticeship } });

describe('a skill that only a former employer has', () => {
  const code = competencyCode('OLD.01');
  const poured = competency({ code, workProcess: processCode('WP02'), title: 'Pour bronze' });

  /** Signed at the foundry, which alone added it; the apprentice works at the mill now, whose Mona teaches, and goes to a newer version. */
  async function signedBefore(version: string) {
    const from = (await publishVersion(sponsor, imtContents({ version: `${version} older` }))).id;
    const to = (await publishVersion(sponsor, nextContents({ version: `${version} newer` }))).id;
    const params = { standard: from, employer: foundry };
    const change = { kind: 'competency-added', competency: poured } as const;
    await (await api.as(people.foundryAdmin))(endpoints.customise, { params, body: { edition: 0, change } });
    const person = await addApprentice(api.database, { standard: from });
    const { apprenticeship } = person;
    const body = { competency: code, level: 3, observedOn: day('2026-03-03') };
    const { attestation } = await grace(endpoints.signOff, { params: { apprenticeship }, body });
    await worksFor(api.database, apprenticeship, { from: foundry, employer: mill, since: '2026-03-04' });
    return { person, apprenticeship, to, entry: attestation?.entry ?? newId<RecordEntryId>() };
  }
  const history = { subject: 'competency', from: code, to: null, asHistory: true } as const;

  test('is offered to be kept as history, and then stays on the record as it was signed, counting to nothing', async () => {
    const { person, apprenticeship, to, entry } = await signedBefore('history');
    const { mapping } = await propose(sponsor, apprenticeship, to);
    expect(mapping.filter((one) => one.mayBeHistory).map((one) => [one.from, one.to, one.signed])).toEqual([
      [code, null, true],
    ]);
    const oversight: Mapping = [...nextMapping(), { subject: 'competency', from: code, to: null }];
    expect(await refusalOf(move(sponsor, apprenticeship, { to, mapping: oversight }))).toBe('409 signed-work-lost');
    await move(sponsor, apprenticeship, { to, mapping: [...nextMapping(), history] });

    const own = await api.as(person);
    const record = await read(own, apprenticeship);
    expect(record.competencies).toEqual({ required: 10, signedOff: 0 });
    expect(record.timeline.find((one) => one.id === entry)).toMatchObject({
      kind: 'competency-attested',
      subject: { code, title: 'Pour bronze', ended: true },
      level: 3,
      reversed: false,
    });
    const { entries } = await own(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries.find((one) => one.id === entry)?.subject).toMatchObject({ title: 'Pour bronze', ended: true });
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('and is kept as history can still be taken back by whoever signed it', async () => {
    const { apprenticeship, to, entry } = await signedBefore('void');
    await move(sponsor, apprenticeship, { to, mapping: [...nextMapping(), history] });
    const shown = await grace(endpoints.voidSignOff, {
      params: { apprenticeship, entry },
      body: { reason: 'It was another apprentice' },
    });
    expect(shown).toMatchObject({ code, title: 'Pour bronze', signedOff: false, attestation: null });
    const { timeline } = await read(sponsor, apprenticeship);
    expect(timeline.find((one) => one.id === entry)).toMatchObject({ reversed: true });
    expect(timeline[0]).toMatchObject({ kind: 'entry-reversed', subject: { code, ended: true } });
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('is no history where the program itself has the skill', async () => {
    const { apprenticeship, to } = await signedBefore('theirs');
    const mapping = nextMapping().map((one) =>
      one.from === 'WP01.01' ? { ...one, to: null, asHistory: true as const } : one,
    );
    const problem = await problemOf(move(sponsor, apprenticeship, { to, mapping: [...mapping, history] }));
    expect(problem).toMatchObject({ status: 409, kind: 'history-not-possible', facts: { codes: ['WP01.01'] } });
  });
});
