import { createHash } from 'node:crypto';
import { personOfSession, readRecord } from '@journeybook/database/statements';
import pg from 'pg';
import { bareServer, call, request, signIn } from './http.mjs';
import { addLongRecord } from './long-record.mjs';
import { inTurns, ratio } from './measure.mjs';

/** The record of a demo apprentice, ten months in. */
export const benchReadRecord = (world) => readOne(world, 'adaeze.dike@northfield.example');

/** A record of 2,000 entries. */
export async function benchReadLongRecord(world) {
  const { email } = await addLongRecord(world.databaseUrl);
  return readOne(world, email);
}

/** One merged record over HTTP, against its two statements through pg alone and a bare server that sends the same bytes. */
async function readOne({ api, databaseUrl }, email) {
  const cookie = await signIn(api, email);
  const { json: session } = await call(`${api}/api/session`, { cookie });
  const url = `${api}/api/apprenticeships/${session.ownApprenticeship}/record`;
  const { bytes, json: record } = await call(url, { cookie });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const bare = await bareServer(bytes);
  const token = createHash('sha256')
    .update(decodeURIComponent(cookie.split('=')[1]))
    .digest();
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const times = await inTurns(
    {
      http: async () => void (await request(url, { headers: { cookie } })),
      sql: async () => {
        await client.query(personOfSession, [token, today, now.toISOString()]);
        await client.query(readRecord, [session.ownApprenticeship, today]);
      },
      planned: async () => {
        await client.query({ name: 'person', text: personOfSession, values: [token, today, now.toISOString()] });
        await client.query({ name: 'record', text: readRecord, values: [session.ownApprenticeship, today] });
      },
      bare: async () => void (await request(bare.url)),
    },
    { rounds: 300, warmUp: 50 },
  );
  bare.close();
  await client.end();
  return {
    what: `reading one merged record (${record.timelineTotal} entries, ${bytes.length} bytes)`,
    milliseconds: times,
    ratios: {
      'HTTP : same SQL through pg': ratio(times.http, times.sql),
      'HTTP : same SQL, planned once': ratio(times.http, times.planned),
      'HTTP : bare server, same bytes': ratio(times.http, times.bare),
      'HTTP : (SQL + bare server)': ratio(times.http, times.sql + times.bare),
    },
  };
}
