import { randomUUID } from 'node:crypto';
import { driveLaunch } from '@journeybook/lms-simulator';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import { inTurns, ratio } from './measure.mjs';
import { placeOf } from './tool-world.mjs';

/** Milliseconds that the tool's own answers take, apart from the platform's. */
function timeTheTool(tool) {
  const plain = globalThis.fetch;
  let spent = 0;
  globalThis.fetch = async (input, init) => {
    if (!String(input).startsWith(tool)) return plain(input, init);
    const start = performance.now();
    try {
      return await plain(input, init);
    } finally {
      spent += performance.now() - start;
    }
  };
  return {
    reset: () => (spent = 0),
    spent: () => spent,
    stop: () => (globalThis.fetch = plain),
  };
}

/** One launch, login and signed token together, against one RSA verification of the same token and one insert. */
export async function benchLaunch({ tool, platform, databaseUrl }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    'create table bench_launches (id uuid primary key, subject text, at timestamptz not null default now())',
  );
  const keys = createRemoteJWKSet(new URL(platform.registration.jwksUrl));
  const timer = timeTheTool(tool);
  let idToken = '';
  const launch = async () => {
    timer.reset();
    const driven = await driveLaunch({ simulator: platform, ...placeOf('moodle', 'learner') });
    const answer = await driven.post();
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`the launch was answered ${answer.status}`);
    idToken = driven.form.id_token;
    return timer.spent();
  };
  const times = await inTurns(
    {
      launch,
      least: async () => {
        const { payload } = await jwtVerify(idToken, keys);
        await client.query('insert into bench_launches (id, subject) values ($1, $2)', [randomUUID(), payload.sub]);
      },
    },
    { rounds: 100, warmUp: 10 },
  );
  timer.stop();
  await client.end();
  return {
    what: 'one LTI launch (login, launch, report to the API, page)',
    milliseconds: times,
    ratios: { 'launch : one RSA verification and one insert': ratio(times.launch, times.least) },
  };
}
