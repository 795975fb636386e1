import { instant } from '@journeybook/contracts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCourse } from '../testing/open-course.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';
import { deliverScore, type Tried } from './deliver-score.js';

describe.each<Profile>(['moodle', 'canvas'])('delivering a score to %s', (profile) => {
  const { courseId } = places[profile];
  let world: World;
  let contextId: string;

  beforeEach(async () => {
    world = await startWorld(profile);
    contextId = await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportRoster).toHaveLength(1), { timeout: 10_000 });
  });
  afterEach(() => world.close());

  const subject = (name: string) =>
    world.api.reported.reportRoster[0]?.members.find((one) => one.name === name)?.subject ?? '';
  const confirm = (
    scorePercent: number,
    more: { name?: string; graded?: boolean; decidedAt?: Date; contextId?: string } = {},
  ) =>
    world.api.addDelivery({
      contextId: more.contextId ?? contextId,
      subject: subject(more.name ?? 'Priya Nair') || (more.name ?? ''),
      scorePercent,
      graded: more.graded ?? true,
      comment: '16 RTI hours credited',
      column: { label: 'RTI completion', resourceId: 'blueprint-reading' },
      decidedAt: instant.parse((more.decidedAt ?? new Date()).toISOString()),
    });
  const deliver = (delivery: string) => deliverScore(world.lti.parts, delivery);
  const cells = () =>
    world.simulator.control
      .gradebook(courseId)
      .flatMap(({ cells }) => cells.map(({ name, score, comment }) => ({ name, score, comment })));
  const outcomes = () => world.api.reported.reportScoreOutcome.map(({ outcome, kind }) => [outcome, kind]);
  const posts = () =>
    world.simulator.control.requests.filter(({ method, path }) => method === 'POST' && path.includes('scores'));

  test('puts it into the column of the activity, with how many hours were credited', async () => {
    await deliver(confirm(92.5));
    expect(cells()).toEqual([{ name: 'Priya Nair', score: 92.5, comment: '16 RTI hours credited' }]);
    expect(world.simulator.control.gradebook(courseId)).toHaveLength(1);
    expect(outcomes()).toEqual([['delivered', 'delivered']]);
  });

  test('posts it once, however many servers are told to at the same time', async () => {
    const delivery = confirm(88);
    await Promise.all(Array.from({ length: 4 }, () => deliver(delivery)));
    expect(posts()).toHaveLength(1);
    expect(outcomes()).toEqual([['delivered', 'delivered']]);
  });

  test('counts as delivered when the platform has it already, because the tool died before it could report', async () => {
    const delivery = confirm(88);
    await deliver(delivery);
    world.api.forgetOutcome(delivery);
    await deliver(delivery);

    // Moodle refuses the same time again and is asked what it holds; Canvas takes the same score once more.
    expect(posts().map(({ status }) => status)).toEqual(profile === 'moodle' ? [200, 409] : [200, 200]);
    expect(new Set(posts().map(({ body }) => body)).size).toBe(1);
    expect(cells()).toEqual([{ name: 'Priya Nair', score: 88, comment: '16 RTI hours credited' }]);
    expect(outcomes()).toEqual([
      ['delivered', 'delivered'],
      ['delivered', 'delivered'],
    ]);
  });

  test('lets a second confirmation of the same second come after the first', async () => {
    const decidedAt = new Date();
    await deliver(confirm(70, { decidedAt }));
    await deliver(confirm(90, { decidedAt }));
    expect(cells()).toMatchObject([{ score: 90 }]);
    expect(outcomes()).toEqual([
      ['delivered', 'delivered'],
      ['delivered', 'delivered'],
    ]);
  });

  test('does not overwrite what came into the gradebook after the confirmation', async () => {
    await deliver(confirm(60, { decidedAt: new Date(Date.now() - 3_600_000) }));
    const [column] = world.simulator.control.gradebook(courseId);
    world.simulator.control.typeGrade({ courseId, column: column?.id ?? '', personId: 'priya-nair', score: 95 });
    await deliver(confirm(80, { decidedAt: new Date(Date.now() - 60_000) }));
    expect(cells()).toMatchObject([{ score: 95 }]);
    expect(outcomes().at(-1)).toEqual(['refused', 'superseded']);
  });

  describe('when the instructor confirmed without a grade', () => {
    const typeIn = (score: number | null) => {
      const [column] = world.simulator.control.gradebook(courseId);
      world.simulator.control.typeGrade({ courseId, column: column?.id ?? '', personId: 'priya-nair', score });
    };
    const complete = (more: { decidedAt?: Date } = {}) => confirm(100, { ...more, graded: false });

    test('marks the completion where there is no grade, and where one was removed', async () => {
      await deliver(complete());
      expect(cells()).toMatchObject([{ score: 100 }]);
      typeIn(null);
      await deliver(complete({ decidedAt: new Date(Date.now() + 5_000) }));
      expect(cells()).toMatchObject([{ score: 100 }]);
      expect(outcomes()).toEqual([
        ['delivered', 'delivered'],
        ['delivered', 'delivered'],
      ]);
    });

    test('keeps the grade that the instructor typed', async () => {
      typeIn(91);
      await deliver(complete());
      expect(cells()).toMatchObject([{ score: 91 }]);
      // Canvas would keep it as well, but then show what we sent as the grade; Moodle would overwrite it in some columns.
      expect(posts()).toEqual([]);
      expect(outcomes()).toEqual([['delivered', 'kept-grade']]);
    });

    test('keeps a grade that came after the confirmation, and takes that for delivered', async () => {
      await deliver(confirm(60, { decidedAt: new Date(Date.now() - 3_600_000) }));
      typeIn(95);
      await deliver(complete({ decidedAt: new Date(Date.now() - 60_000) }));
      expect(cells()).toMatchObject([{ score: 95 }]);
      expect(outcomes().at(-1)).toEqual(['delivered', 'kept-grade']);
      expect(world.api.reported.reportScoreOutcome.at(-1)?.message).toContain('was kept');
    });

    test('delivers the mark once, also when the tool died before it could report', async () => {
      const delivery = complete();
      await deliver(delivery);
      world.api.forgetOutcome(delivery);
      await deliver(delivery);
      expect(cells()).toMatchObject([{ score: 100 }]);
      expect(outcomes()).toEqual([
        ['delivered', 'delivered'],
        ['delivered', 'delivered'],
      ]);
    });
  });

  test('is refused for good, in a sentence, for somebody who is not a learner there', async () => {
    await deliver(confirm(80, { name: '9999' }));
    expect(outcomes()).toEqual([['refused', 'rejected']]);
    expect(world.api.reported.reportScoreOutcome[0]?.message).toContain('still enrolled');
  });

  test('is tried again when the platform is busy', async () => {
    world.simulator.control.failNext({ kind: 'status', status: 503, match: 'scores' });
    const delivery = confirm(80);
    expect(await deliver(delivery)).toMatchObject({ data: { deliveryId: delivery, attempt: 1 } });
    expect(outcomes()).toEqual([['will-retry', 'retry']]);
    await deliver(delivery);
    expect(outcomes().at(-1)).toEqual(['delivered', 'delivered']);
    expect(cells()).toHaveLength(1);
  });

  describe('when the platform gives no token', () => {
    const refusals = (data: unknown) => (data as { refusals?: number } | undefined)?.refusals;
    beforeEach(() => world.simulator.control.revokeTokens());

    test.each([
      ['a page of maintenance', { kind: 'html' }],
      ['keys of ours that it could not read', { kind: 'status', status: 400, body: '{"error":"invalid_request"}' }],
    ] as const)('is tried again after %s, and arrives however long the platform was down before', async (_, fault) => {
      world.simulator.control.failNext({ ...fault, match: 'token' });
      const delivery = confirm(80);
      const later = await deliverScore(world.lti.parts, delivery, { attempt: 30, refusals: 0 });
      expect(later?.data).toEqual({ deliveryId: delivery, attempt: 30, refusals: 1 });
      expect(outcomes()).toEqual([['will-retry', 'configuration']]);
      expect(world.api.reported.reportScoreOutcome[0]?.message).toContain('Ask your learning platform administrator');
      await deliver(delivery);
      expect(outcomes().at(-1)).toEqual(['delivered', 'delivered']);
    });

    test('is refused after eight tries in some ten minutes, and the health page says so from the first', async () => {
      world.simulator.control.failNext({ kind: 'html', match: 'token', times: 8 });
      const delivery = confirm(80);
      const pauses: number[] = [];
      for (let tried: Tried = { attempt: 0, refusals: 0 }; ; ) {
        const later = await deliverScore(world.lti.parts, delivery, tried);
        const context = await world.lti.parts.store.contexts.find(contextId);
        const health = await world.lti.parts.store.health.find(context?.registration.id ?? '');
        expect(health).toMatchObject({ lastProblem: { kind: 'configuration' } });
        if (!later) break;
        pauses.push(later.inMilliseconds);
        tried = { attempt: 0, refusals: refusals(later.data) ?? 0 };
      }
      expect(pauses).toHaveLength(7);
      const minutes = pauses.reduce((sum, one) => sum + one, 0) / 60_000;
      expect(minutes).toBeGreaterThan(5);
      expect(minutes).toBeLessThan(11);
      expect(outcomes().at(-1)).toEqual(['refused', 'configuration']);
    });
  });

  test('is refused when the course was never opened through Journeybook', async () => {
    await deliver(confirm(80, { contextId: '01930000-0000-7000-8000-000000000000' }));
    expect(outcomes()).toEqual([['refused', 'course-unknown']]);
  });
});

describe.each<Profile>(['moodle', 'canvas'])('a course of %s whose activity has no column', (profile) => {
  const { courseId } = places[profile];
  let world: World;
  let contextId: string;

  beforeEach(async () => {
    world = await startWorld(profile);
    const link = { id: '77', title: 'Journeybook', description: '', custom: {}, cmid: 77 };
    if (profile === 'moodle') world.simulator.control.addResourceLink(courseId, link);
    // The entry in Canvas's course menu has no column of its own (lti.md 4.3).
    contextId = await openCourse(
      world,
      profile,
      profile === 'moodle' ? { courseId, resourceLinkId: link.id } : { courseId },
    );
    await vi.waitFor(() => expect(world.api.reported.reportRoster).toHaveLength(1), { timeout: 10_000 });
  });
  afterEach(() => world.close());

  const confirm = (
    name: string,
    more: { graded?: boolean; restores?: boolean; scorePercent?: number; decidedAt?: Date } = {},
  ) =>
    world.api.addDelivery({
      contextId,
      subject: world.api.reported.reportRoster[0]?.members.find((one) => one.name === name)?.subject ?? '',
      scorePercent: more.scorePercent ?? 100,
      graded: more.graded ?? true,
      restores: more.restores ?? false,
      comment: '',
      column: { label: 'RTI completion', resourceId: 'imt' },
      decidedAt: instant.parse((more.decidedAt ?? new Date()).toISOString()),
    });
  const columns = () => world.simulator.control.gradebook(courseId).filter(({ label }) => label === 'RTI completion');

  test('gets one, and only one, when several scores are delivered at once', async () => {
    const deliveries = ['Priya Nair', 'Rosa Silva', 'Adaeze Dike'].map((name) => confirm(name));
    await Promise.all(deliveries.map((delivery) => deliverScore(world.lti.parts, delivery)));
    expect(columns()).toHaveLength(1);
    // The instructor is not graded in her own course.
    expect(
      columns()[0]
        ?.cells.map(({ name }) => name)
        .sort(),
    ).toEqual(['Adaeze Dike', 'Priya Nair']);
  });

  test('gets no second one when the tool has forgotten the first', async () => {
    await deliverScore(world.lti.parts, confirm('Priya Nair'));
    const { lineItems } = world.lti.parts.store;
    const known = await lineItems.find(contextId);
    if (known) await lineItems.forget(known);
    await deliverScore(world.lti.parts, confirm('Adaeze Dike'));
    expect(columns()).toHaveLength(1);
    expect(columns()[0]?.cells).toHaveLength(2);
  });

  test('keeps a typed grade from a mark of completion, but takes a grade that the instructor confirmed', async () => {
    await deliverScore(world.lti.parts, confirm('Priya Nair'));
    const [column] = columns();
    const type = (score: number) =>
      world.simulator.control.typeGrade({ courseId, column: column?.id ?? '', personId: 'adaeze-dike', score });
    const after = (seconds: number) => new Date(Date.now() + seconds * 1_000);
    const scoreOf = () => columns()[0]?.cells.find(({ name }) => name === 'Adaeze Dike')?.score;

    type(91);
    await deliverScore(world.lti.parts, confirm('Adaeze Dike', { graded: false, decidedAt: after(5) }));
    expect(scoreOf()).toBe(91);
    await deliverScore(world.lti.parts, confirm('Adaeze Dike', { scorePercent: 88, decidedAt: after(10) }));
    expect(scoreOf()).toBe(88);
  });

  test('keeps a typed grade from one that is brought back', async () => {
    const after = (seconds: number) => new Date(Date.now() + seconds * 1_000);
    await deliverScore(world.lti.parts, confirm('Adaeze Dike', { scorePercent: 85, decidedAt: after(-30) }));
    const [column] = columns();
    world.simulator.control.typeGrade({ courseId, column: column?.id ?? '', personId: 'adaeze-dike', score: 95 });
    const back = { scorePercent: 40, restores: true, decidedAt: after(5) };
    await deliverScore(world.lti.parts, confirm('Adaeze Dike', back));
    expect(columns()[0]?.cells.find(({ name }) => name === 'Adaeze Dike')?.score).toBe(95);
  });

  test('gets a new one when somebody deleted it in the gradebook', async () => {
    const stale = `${(await world.lti.parts.store.contexts.find(contextId))?.lineItemsUrl?.replace(/\?.*/, '')}/9999${profile === 'moodle' ? '/lineitem?type_id=1' : ''}`;
    await world.lti.parts.store.lineItems.choose(contextId, stale, 'created');
    await deliverScore(world.lti.parts, confirm('Priya Nair'));
    expect(columns()).toHaveLength(1);
    expect(columns()[0]?.cells).toHaveLength(1);
  });
});
