import { Database, newId } from '@journeybook/database';
import { addDays, approveHours, logHours, minutes, submitHours } from '@journeybook/domain';

const entries = 2_000;
const perDay = 4;

/** An apprentice whose record has 2,000 entries, made by the rules: two hours in each of four processes, day after day. */
export async function addLongRecord(databaseUrl) {
  const database = await Database.openAsOwner({ url: databaseUrl, poolSize: 2 });
  const now = new Date().toISOString();
  const today = now.slice(0, 10);
  try {
    return await database.transaction(async (tables) => {
      const like = await tables.apprenticeships.find(await anyAgreement(tables));
      const [mentorship] = await tables.apprenticeships.mentorshipsOf([like.id]);
      const standard = await tables.standards.get(like.standard);
      const person = { id: newId(), name: 'Long Record', email: 'long.record@bench.example', studentNumber: null };
      await tables.people.add([{ ...person, passwordHash: await passwordOf(tables) }]);
      const beganOn = addDays(today, -entries / perDay - 1);
      const agreement = { ...like, id: newId(), apprentice: person.id, status: 'active', beganOn };
      await tables.apprenticeships.add(agreement);
      const mentorships = [{ mentor: mentorship.mentor, apprenticeship: agreement.id, from: beganOn, until: null }];
      await tables.apprenticeships.assignMentor(newId(), agreement.sponsor, mentorships[0]);
      const { hours, credits } = work({ agreement, standard, mentorships, today, now });
      for (let start = 0; start < hours.length; start += 200)
        await tables.hours.add(agreement.sponsor, hours.slice(start, start + 200));
      await tables.record.append(agreement.sponsor, agreement.id, credits);
      return { email: person.email, apprenticeship: agreement.id };
    });
  } finally {
    await database.close();
  }
}

const anyAgreement = async ({ runSql }) =>
  (await runSql(`select id from apprenticeships where status = 'active' order by id limit 1`))[0].id;

/** The demo's people share one password. */
const passwordOf = async ({ runSql }) =>
  (await runSql('select password_hash as hash from people where password_hash is not null limit 1'))[0].hash;

function work({ agreement, standard, mentorships, today, now }) {
  const [hours, credits] = [[], []];
  const roles = [{ role: 'mentor', organization: agreement.employer }];
  const by = { kind: 'person', person: mentorships[0].mentor, roles };
  const allowed = (result) => {
    if (!result.ok) throw new Error(result.refusal.kind);
    return result.value;
  };
  for (let index = 0; index < entries; index += 1) {
    const workedOn = addDays(agreement.beganOn, 1 + Math.floor(index / perDay));
    const workProcess = standard.workProcesses[index % standard.workProcesses.length].code;
    const facts = { apprenticeship: agreement, standard, minutesThatDay: minutes(0), today, now };
    const draft = allowed(
      logHours({ id: newId(), workProcess, workedOn, minutes: minutes(120), note: 'line 2' }, facts),
    );
    const submitted = allowed(submitHours(draft, { by: agreement.apprentice, at: now }));
    const deciding = { by, apprenticeship: agreement, mentorships, shownVersion: submitted.version, at: now };
    const { approved, credit } = allowed(approveHours(submitted, { ...deciding, recordEntry: newId() }));
    hours.push(approved);
    credits.push(credit);
  }
  return { hours, credits };
}
