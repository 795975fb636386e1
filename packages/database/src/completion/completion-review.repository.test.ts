import type { Apprenticeship, CompletionReview, RecordEntry, RecordEntryId } from '@journeybook/domain';
import { at, council, elsewhere, entryReversed, grace, masteryAttested } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const on = ({ id: apprenticeship }: Apprenticeship) => {
  const id = newId<RecordEntryId>();
  return { id, source: `test/${id}`, apprenticeship };
};
const append = (agreement: Apprenticeship, ...entries: readonly RecordEntry[]) =>
  world.database.transaction(({ record }) => record.append(council, agreement.id, entries));
const item = {
  kind: 'course',
  code: 'RTI03',
  verdict: 'questioned',
  remark: 'Which section?',
  by: grace,
  takenBack: 0,
} as const;

describe('a review', () => {
  test('is new until somebody began, and comes back as it was saved last', async () => {
    const { id: apprenticeship } = await world.addApprenticeship();
    const { completionReviews } = world.database.read;
    expect(await completionReviews.find(apprenticeship)).toEqual({ apprenticeship, version: 0, items: [] });
    const review: CompletionReview = { apprenticeship, version: 2, items: [item] };
    for (const one of [{ ...review, version: 1, items: [] }, review]) await completionReviews.save(council, one);
    expect(await completionReviews.find(apprenticeship)).toEqual(review);
  });
  test('waits for its sponsor while an attestation stands, the longest first', async () => {
    const later = await world.addApprenticeship();
    const first = await world.addApprenticeship();
    const returned = await world.addApprenticeship();
    const completed = await world.addApprenticeship({ status: 'completed' });
    await append(later, masteryAttested({ ...on(later), recordedAt: at('2026-03-04T15:00:00Z') }));
    await append(first, masteryAttested({ ...on(first), recordedAt: at('2026-03-03T15:00:00Z') }));
    await append(completed, masteryAttested(on(completed)));
    const taken = masteryAttested(on(returned));
    await append(returned, taken, entryReversed({ ...on(returned), reverses: taken.id }));
    await world.database.read.completionReviews.save(council, { apprenticeship: later.id, version: 1, items: [item] });
    const waiting = await world.database.read.completionReviews.listWaiting([council]);
    expect(waiting).toMatchObject([
      { apprenticeship: first.id, attestedOn: '2026-03-04', items: [] },
      {
        apprenticeship: later.id,
        apprentice: { name: 'Ada Lopez' },
        employer: { name: 'Northfield Castings' },
        items: [item],
      },
    ]);
    expect(await world.database.read.completionReviews.listWaiting([elsewhere])).toEqual([]);
  });
});
