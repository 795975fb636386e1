import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { call, signIn } from './http.mjs';
import { inTurns, ratio } from './measure.mjs';

const batch = 8;
const apprentice = 'priya.nair@northfield.example';
const mentor = 'lucia.okafor@northfield.example';

/** A date long enough ago that no entry of the demo is on it, another one each round. */
const dateOf = (round) => new Date(Date.now() - (14 * 7 - 1 - (round % 90)) * 86_400_000).toISOString().slice(0, 10);

/** Logging eight entries of one date and approving them, against the same statements in one transaction through pg. */
export async function benchApproveHours({ api, databaseUrl }) {
  const [own, theirs] = [await signIn(api, apprentice), await signIn(api, mentor)];
  const { json: session } = await call(`${api}/api/session`, { cookie: own });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const raw = await rawWriter(client, session.ownApprenticeship);
  const times = await inTurns(
    {
      http: async (round) => {
        const lines = Array.from({ length: batch }, () => ({
          id: randomUUID(),
          workProcess: 'WP02',
          minutes: 1,
          note: '',
        }));
        const { json } = await call(`${api}/api/apprenticeships/${session.ownApprenticeship}/hours`, {
          cookie: own,
          body: { workedOn: dateOf(round), lines },
        });
        const entries = json.entries.map(({ id, version }) => ({ id, version }));
        await call(`${api}/api/approvals`, { cookie: theirs, body: { entries } });
      },
      sql: async (round) => raw(dateOf(round)),
    },
    { rounds: 60, warmUp: 10 },
  );
  await client.end();
  return {
    what: `logging and approving ${batch} entries (two calls)`,
    milliseconds: times,
    ratios: { 'HTTP : same SQL in one transaction through pg': ratio(times.http, times.sql) },
  };
}

const rows = 'jsonb_to_recordset($1::jsonb) as n(id uuid, "workedOn" date, source text, sequence int, record uuid)';

/** What the two use-cases read and write, statement by statement, without their rules, chain and names. */
const statements = {
  agreement: 'select * from apprenticeships where id = $1 for no key update',
  known: 'select * from hours_entries where id = any($1)',
  day: 'select sum(minutes) from hours_entries where apprenticeship_id = $1 and worked_on = $2',
  log: `insert into hours_entries (id, sponsor_id, apprenticeship_id, employer_id, standard_id, work_process_code, worked_on,
      minutes, note, status, version, logged_at, submitted_at)
    select id, $2, $3, $4, $5, 'WP02', "workedOn", 1, '', 'submitted', 2, now(), now() from ${rows}`,
  lock: 'select * from hours_entries where id = any($1) order by id for update',
  mentors: 'select * from mentorships where apprenticeship_id = $1',
  approve: `update hours_entries set status = 'approved', version = 3, decided_by = $2, decided_at = now() where id = any($1)`,
  head: 'select sequence, hash from record_heads where apprenticeship_id = $1 for update',
  credit: `insert into record_entries (id, sponsor_id, apprenticeship_id, sequence, kind, source, standard_id, subject, code,
      minutes, occurred_on, recorded_at, answered_by, details, previous_hash, hash)
    select record, $2, $3, sequence, 'ojt-hours-credited', source, $4, 'work-process', 'WP02', 1, "workedOn", now(), $5,
      jsonb_build_object('employer', $6::uuid, 'hoursEntry', id, 'note', ''), $7, $7 from ${rows}`,
  total: `update record_totals set minutes = minutes + $2, entries = entries + $2
    where apprenticeship_id = $1 and subject = 'work-process' and code = 'WP02'`,
  end: 'update record_heads set sequence = sequence + $2 where apprenticeship_id = $1',
};

async function rawWriter(client, agreement) {
  const { rows: agreements } = await client.query('select * from apprenticeships where id = $1', [agreement]);
  const { rows: mentors } = await client.query(statements.mentors, [agreement]);
  const { sponsor_id: sponsor, employer_id: employer, standard_id: standard } = agreements[0];
  const by = mentors[0].mentor_id;
  return async (workedOn) => {
    const ids = Array.from({ length: batch }, () => randomUUID());
    await client.query('begin');
    await client.query(statements.agreement, [agreement]);
    await client.query(statements.known, [ids]);
    await client.query(statements.day, [agreement, workedOn]);
    const fresh = JSON.stringify(ids.map((id) => ({ id, workedOn })));
    await client.query(statements.log, [fresh, sponsor, agreement, employer, standard]);
    await client.query(statements.lock, [ids]);
    await client.query(statements.mentors, [agreement]);
    await client.query(statements.approve, [ids, by]);
    const { sequence, hash } = (await client.query(statements.head, [agreement])).rows[0];
    const credits = JSON.stringify(ids.map((id, index) => creditOf(id, workedOn, sequence + index + 1)));
    await client.query(statements.credit, [credits, sponsor, agreement, standard, by, employer, hash]);
    await client.query(statements.total, [agreement, batch]);
    await client.query(statements.end, [agreement, batch]);
    await client.query('commit');
  };
}

const creditOf = (id, workedOn, sequence) => ({ id, workedOn, source: `bench/${id}`, sequence, record: randomUUID() });
