import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CoursePick, lmsEndpoints, pickerReportEndpoints, type ScoreDelivery } from '@journeybook/contracts';
import type { z } from 'zod';

const served = { ...lmsEndpoints, ...pickerReportEndpoints };
type Endpoints = typeof served;
type Name = keyof Endpoints;
type Body<Key extends Name> = Endpoints[Key]['body'] extends z.ZodType ? z.output<Endpoints[Key]['body']> : undefined;

/** An API that keeps what the tool reports, after its own schema has accepted it. */
export interface FakeRecordApi {
  readonly url: string;
  readonly reported: { readonly [Key in Name]: Body<Key>[] };
  /** Everything that came, accepted or not. */
  readonly requests: { readonly path: string; readonly status: number }[];
  /** Puts a score into the outbox; one of the same learner that waits there is superseded, as in the real one. */
  addDelivery(
    delivery: Omit<ScoreDelivery, 'id' | 'state' | 'restores'> & Partial<Pick<ScoreDelivery, 'restores'>>,
  ): string;
  stateOf(delivery: string): ScoreDelivery['state'] | undefined;
  /** As if an instructor had chosen on the page of the last picker; answers the picks' ids. */
  pick(...courses: readonly Omit<CoursePick, 'id'>[]): string[];
  /** As if the tool had died before it could report. */
  forgetOutcome(delivery: string): void;
  /** Neither keeps nor answers what is reported of a score until it is let go again; answers how many reports came meanwhile. */
  holdOutcomes(): { readonly came: () => number; letGo(): void };
  close(): Promise<void>;
}

export const testMachineToken = 'test-machine-token-of-the-tool-0123456789';

export async function startFakeRecordApi(): Promise<FakeRecordApi> {
  const deliveries = new Map<string, ScoreDelivery>();
  const pickers = new Map<string, CoursePick[]>();
  const reported = Object.fromEntries(
    Object.keys(served).map((name) => [name, []]),
  ) as never as FakeRecordApi['reported'];
  const requests: { path: string; status: number }[] = [];
  const outcomes = holdable();
  const server = http.createServer((request, response) => {
    if (request.url?.endsWith('/outcome') && outcomes.isHeld()) return;
    void answer(request, { deliveries, pickers, reported }).then(({ status, body }) => {
      requests.push({ path: request.url ?? '', status });
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(body === undefined ? '' : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reported,
    requests,
    addDelivery(delivery) {
      const id = randomUUID();
      for (const [older, one] of deliveries)
        if (one.state === 'waiting' && one.contextId === delivery.contextId && one.subject === delivery.subject)
          deliveries.set(older, { ...one, state: 'superseded' });
      deliveries.set(id, { restores: false, ...delivery, id, state: 'waiting' });
      return id;
    },
    pick(...courses) {
      const picks = courses.map((course) => ({ ...course, id: randomUUID() }));
      [...pickers.values()].at(-1)?.push(...picks);
      return picks.map(({ id }) => id);
    },
    stateOf: (delivery) => deliveries.get(delivery)?.state,
    forgetOutcome(id) {
      const delivery = deliveries.get(id);
      if (delivery) deliveries.set(id, { ...delivery, state: 'waiting' });
    },
    holdOutcomes: () => outcomes.hold(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Something that can be held for a while; counts what came meanwhile. */
function holdable() {
  let held: { came: number } | null = null;
  return {
    isHeld(): boolean {
      if (held) held.came += 1;
      return held !== null;
    },
    hold() {
      const hold = { came: 0 };
      held = hold;
      return { came: () => hold.came, letGo: () => void (held = null) };
    },
  };
}

interface Kept {
  readonly deliveries: Map<string, ScoreDelivery>;
  readonly pickers: Map<string, CoursePick[]>;
  readonly reported: FakeRecordApi['reported'];
}

async function answer(request: http.IncomingMessage, kept: Kept): Promise<{ status: number; body?: unknown }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (request.headers.authorization !== `Bearer ${testMachineToken}`)
    return { status: 401, body: { kind: 'not-signed-in' } };
  for (const [name, endpoint] of Object.entries(served)) {
    const pattern = new RegExp(`^${endpoint.path.replace(/:\w+/g, '([^/]+)')}$`);
    const match = pattern.exec(request.url ?? '');
    if (request.method !== endpoint.method || !match) continue;
    const parsed = endpoint.body?.safeParse(JSON.parse(text));
    if (parsed && !parsed.success) return { status: 400, body: { kind: 'invalid', issues: parsed.error.issues } };
    (kept.reported[name as Name] as unknown[]).push(parsed?.data);
    return reply(name as Name, kept, { id: match[1] ?? '', body: parsed?.data });
  }
  return { status: 404 };
}

function reply(
  name: Name,
  { deliveries, pickers, reported }: Kept,
  { id, body }: { id: string; body: unknown },
): { status: number; body?: unknown } {
  const delivery = deliveries.get(id);
  if (name === 'reportLaunch') {
    return { status: 200, body: { code: `code-${randomUUID()}`, section: randomUUID(), identity: randomUUID() } };
  }
  if (name === 'reportPicker') {
    const picker = randomUUID();
    pickers.set(picker, []);
    return { status: 200, body: { code: `code-${randomUUID()}`, picker } };
  }
  if (name === 'readPicks') return { status: 200, body: { picks: pickers.get(id) ?? [] } };
  if (name === 'readScoreDelivery') return delivery ? { status: 200, body: delivery } : { status: 404, body: {} };
  if (name === 'reportScoreOutcome' && delivery) {
    const { outcome } = body as Body<'reportScoreOutcome'>;
    if (outcome !== 'will-retry' && delivery.state === 'waiting') deliveries.set(id, { ...delivery, state: outcome });
  }
  if (name === 'reportRoster') return { status: 200, body: { mapped: true } };
  if (name === 'reportResults')
    return { status: 200, body: { mapped: true, unread: unread(reported, body as Body<'reportResults'>) } };
  return { status: 204 };
}

/** The learners of the last roster of whom the reading says nothing. */
function unread({ reportRoster }: Kept['reported'], { contextId, results }: Body<'reportResults'>): string[] {
  const roster = reportRoster.findLast((one) => one.contextId === contextId);
  const read = new Set(results.map(({ subject }) => subject));
  return (roster?.members ?? [])
    .filter(({ role, subject }) => role === 'learner' && !read.has(subject))
    .map(({ subject }) => subject);
}
