import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { request } from './http.mjs';
import { inTurns, ratio } from './measure.mjs';
import { machineToken } from './world.mjs';

const learners = 1_000;
const course = { rapidsCode: '2031HY', course: 'RTI11', passMarkPercent: 70 };

/** The page of a section of 1,000 apprentices, and confirming all of them in one request, against one learner of the same section. */
export async function benchConfirmSection({ api, databaseUrl }) {
  const section = await openSection(api, databaseUrl);
  const confirm = async (chosen) => {
    const learners = chosen.map((one) => ({ ...one, scorePercent: 88 }));
    const body = { course: { rapidsCode: course.rapidsCode, code: course.course, creditMode: 'all' }, learners };
    const answered = await section.call('POST', '/api/section/completions', body);
    const entries = answered.learners.flatMap(({ entry }) => entry ?? []);
    if (entries.length !== chosen.length) throw new Error('not everybody was credited');
    return entries;
  };
  const undo = async (entries) => void (await section.call('POST', '/api/section/completions/undone', { entries }));
  const all = await inTurns(
    {
      page: async () => void (await section.call('GET', '/api/section')),
      'confirm and undo': async () => undo(await confirm(section.learners)),
    },
    { rounds: 5, warmUp: 1 },
  );
  const one = await inTurns(
    { 'confirm and undo': async () => undo(await confirm(section.learners.slice(0, 1))) },
    { rounds: 20, warmUp: 3 },
  );
  return {
    what: `a section of ${learners} apprentices: its page, and all of them confirmed and taken back`,
    milliseconds: { ...all, 'one of them confirmed and taken back': one['confirm and undo'] },
    ratios: { 'all : one': ratio(all['confirm and undo'], one['confirm and undo']) },
  };
}

/** A mapped section of the demo's college in which every learner is matched. */
async function openSection(api, databaseUrl) {
  const people = Array.from({ length: learners }, (_, index) => ({
    person: randomUUID(),
    agreement: randomUUID(),
    name: `Bench ${index}`,
    number: `B${index}`,
  }));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(addPeople, [JSON.stringify(people)]);
  const send = caller(api, machineToken);
  const place = { contextId: randomUUID(), registrationId: randomUUID(), collegeId: rows[0].college };
  const { code } = await send('POST', '/api/lms/launches', launchOf(place));
  const members = people.map(({ name, number }) => ({
    subject: number,
    name,
    email: null,
    sisId: number,
    role: 'learner',
  }));
  const { contextId, registrationId } = place;
  await send('POST', '/api/lms/rosters', { contextId, registrationId, readAt: new Date().toISOString(), members });
  const { token } = await send('POST', '/api/launch-sessions', { code });
  const call = caller(api, token);
  const { edition } = await call('GET', '/api/section');
  await call('PUT', '/api/section/mapping', course, { 'if-match': `"${edition}"` });
  await client.query(linkEverybody, [registrationId]);
  await client.end();
  const { learners: listed } = await call('GET', '/api/section');
  const shown = ({ identity, match, grade }) => ({
    identity,
    apprenticeship: match.apprentice.apprenticeship,
    shownPercent: grade?.latest ?? null,
  });
  return { call, learners: listed.map(shown) };
}

const launchOf = ({ contextId, registrationId, collegeId }) => ({
  collegeId,
  registrationId,
  platformName: 'Bench',
  context: { id: contextId, label: null, title: 'A thousand', sisId: null },
  person: { subject: 'bench', name: 'Bench Instructor', email: null, sisId: null },
  role: 'instructor',
  services: { roster: false, grades: true },
});

/** Apprentices of the sponsor that the demo's college works with. */
const addPeople = `
  with n as (select * from jsonb_to_recordset($1::jsonb) as n(person uuid, agreement uuid, name text, number text)),
  p as (insert into people (id, name, student_number, created_at) select person, name, number, now() from n returning id),
  a as (
    insert into apprenticeships (id, sponsor_id, employer_id, apprentice_id, standard_id, status, began_on)
    select n.agreement, d.sponsor_id, d.employer_id, n.person, d.standard_id, 'active', d.began_on
    from n join p on p.id = n.person
    cross join (select a.* from apprenticeships a join standards s on s.id = a.standard_id and s.rapids_code = '2031HY'
      where a.status = 'active' limit 1) d
    returning sponsor_id
  )
  select distinct w.organization_id as college from a join partnerships w on w.sponsor_id = a.sponsor_id
  join organizations o on o.id = w.organization_id and o.kind = 'college'`;

const linkEverybody = `
  insert into person_links (id, identity_id, person_id, method, confirmed_by, confirmed_at)
  select gen_random_uuid(), i.id, p.id, 'confirmed-by-instructor', p.id, now()
  from lms_identities i join people p on p.student_number = i.sis_id where i.registration_id = $1`;

const caller =
  (api, token) =>
  async (method, path, body, more = {}) => {
    const type = body ? { 'content-type': 'application/json' } : {};
    const headers = { authorization: `Bearer ${token}`, ...type, ...more };
    const { status, bytes } = await request(api + path, { method, headers, body: body && JSON.stringify(body) });
    if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${bytes}`);
    return bytes.length > 0 ? JSON.parse(bytes.toString()) : null;
  };
