import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestLtiStore, soon, type TestLtiStore } from '../testing/lti-store.js';

let lti: TestLtiStore;
let store: TestLtiStore['store'];
beforeAll(async () => {
  lti = await openTestLtiStore();
  ({ store } = lti);
});
afterAll(() => lti.close());

describe('a link that was picked', () => {
  const picked = async (part = '') => {
    const registration = await lti.register();
    const consumed = await store.states.consume(await lti.issue(registration.id), '1', soon());
    const place = { deployment: consumed?.deployment?.id ?? '', lmsContextId: '2', at: new Date() };
    const id = randomUUID();
    await store.picks.add(place, [{ id, part }]);
    const launch = (link: { id?: string; pick?: string | null; lineItemUrl?: string }, lmsContextId = '2') =>
      store.contexts.saveSeen({
        deployment: place.deployment,
        lmsContextId,
        label: null,
        title: null,
        sisId: null,
        lineItemsUrl: null,
        rosterUrl: null,
        scopes: [],
        link: { id: '7', title: null, lineItemUrl: null, pick: null, ...link },
        at: new Date(),
      });
    return { id, place, launch };
  };

  test('is bound at its first launch, and stays bound when the platform forgets', async () => {
    const { id, launch } = await picked();
    const bound = { part: '', pick: { id, copied: false } };
    expect(await launch({ pick: id })).toMatchObject(bound);
    expect(await launch({})).toMatchObject(bound);
    expect(await launch({ id: '8' })).toMatchObject({ pick: null });
    expect(await launch({ pick: randomUUID() })).toMatchObject(bound);
  });

  test('leads to a part of its own where the course holds several', async () => {
    const { id, place, launch } = await picked();
    const other = randomUUID();
    await store.picks.add(place, [{ id: other, part: '2031/RTI04' }]);
    const whole = await launch({ pick: id });
    const part = await launch({ id: '8', pick: other });
    expect(part).toMatchObject({ part: '2031/RTI04', pick: { id: other } });
    expect(part.contextId).not.toBe(whole.contextId);
    expect((await launch({ id: '8' })).contextId).toBe(part.contextId);
    expect((await launch({ id: '9' })).contextId).toBe(whole.contextId);
    expect(await launch({ pick: other })).toMatchObject({ contextId: part.contextId, pick: { id: other } });
  });

  describe('has the column of its course', () => {
    const url = (link: string) => `https://lms.example/lineitems/${link}`;
    const opened = async () => {
      const { id, launch } = await picked();
      const { contextId } = await launch({ id: 'unpicked', lineItemUrl: url('unpicked') });
      const column = await store.lineItems.choose(contextId, url('unpicked'), 'link');
      return { contextId, column, pick: () => launch({ id: 'picked', lineItemUrl: url('picked'), pick: id }) };
    };

    test('before a link that was opened earlier and not picked', async () => {
      const { contextId, column, pick } = await opened();
      expect(await store.lineItems.find(contextId)).toEqual(column);
      await store.lineItems.wantSeeds(column.id, ['9']);
      await pick();
      expect(await store.lineItems.find(contextId)).toBeNull();
      expect(await store.lineItems.findOfLinks(contextId)).toBe(url('picked'));
      const chosen = await store.lineItems.choose(contextId, url('picked'), 'link');
      expect(await store.lineItems.find(contextId)).toEqual(chosen);
      expect(await store.lineItems.listSeeds(chosen.id, 10)).toEqual([]);
    });

    test('unless a score was sent to the other: the column of a course does not change then', async () => {
      const { contextId, column, pick } = await opened();
      await store.lineItems.reserveScoreTime({
        lineItemId: column.id,
        subject: '9',
        deliveryId: randomUUID(),
        notBefore: new Date(),
        stepMilliseconds: 1,
        percent: 80,
      });
      await pick();
      expect(await store.lineItems.find(contextId)).toEqual(column);
    });

    test('unless grades were read from the other', async () => {
      const { contextId, column, pick } = await opened();
      await store.contexts.resultsRead(contextId, { mapped: true, gradedColumn: column.id });
      await pick();
      expect(await store.lineItems.find(contextId)).toEqual(column);
      // One that is chosen in its place has yet to be read.
      await store.lineItems.choose(contextId, url('third'), 'link');
      expect(await store.lineItems.find(contextId)).toBeNull();
    });

    test('and not while there are no grades in the other', async () => {
      const { contextId, pick } = await opened();
      await store.contexts.resultsRead(contextId, { mapped: true, gradedColumn: null });
      await pick();
      expect(await store.lineItems.find(contextId)).toBeNull();
    });

    test('and not one that was found and is the column of another course’s link', async () => {
      const { place, launch } = await picked();
      const other = randomUUID();
      await store.picks.add(place, [{ id: other, part: '2031/RTI14' }]);
      const { contextId } = await launch({ id: 'plain' });
      const found = await store.lineItems.choose(contextId, url('other'), 'found');
      expect(await store.lineItems.find(contextId)).toEqual(found);
      await launch({ id: 'other', lineItemUrl: url('other'), pick: other });
      expect(await store.lineItems.find(contextId)).toBeNull();
    });

    test('of two that were picked, the one that was opened first', async () => {
      const { contextId, pick } = await opened();
      await pick();
      const chosen = await store.lineItems.choose(contextId, url('picked'), 'link');
      await pick();
      expect(await store.lineItems.find(contextId)).toEqual(chosen);
    });
  });

  test('is known as a copy in another course of the platform', async () => {
    const { id, launch } = await picked();
    expect(await launch({ pick: id }, '3')).toMatchObject({ pick: { id, copied: true } });
  });

  test('is nothing to another deployment', async () => {
    const [{ id }, { launch }] = [await picked(), await picked()];
    expect(await launch({ pick: id })).toMatchObject({ part: '', pick: null });
  });

  test('is remembered once, however often it is answered', async () => {
    const { id, place, launch } = await picked();
    await store.picks.add(place, [{ id, part: 'other' }]);
    expect(await launch({ pick: id })).toMatchObject({ part: '' });
    await store.picks.add(place, []);
  });

  test('needs no link while content is chosen', async () => {
    const { place } = await picked();
    const course = {
      label: null,
      title: null,
      sisId: null,
      lineItemsUrl: null,
      rosterUrl: null,
      scopes: [],
      link: null,
    };
    expect(await store.contexts.saveSeen({ ...place, ...course })).toMatchObject({ part: '', pick: null });
  });
});
