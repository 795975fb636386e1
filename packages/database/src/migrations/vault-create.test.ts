import { expect, test } from 'vitest';
import { migrate } from '../migrate.js';
import { olderDatabase, runSql } from '../testing/older-database.js';
import { VaultCreate1799400000000 } from './1799400000000-vault-create.js';

const ids = ['1', '2', '3', '4'].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
const [person = '', sponsor = '', standard = '', other = ''] = ids;

const agreement = (id: string, bornOn: string) => `
  insert into apprenticeships values ('${id}', '${sponsor}', '${sponsor}', '${person}', '${standard}', 'active', '2026-03-02');
  insert into agreement_signatures values ('${id}', '${sponsor}', '${bornOn}', '2026-03-01', 'Maria Lopez', '2026-03-01');
`;

test('agreements of before keep their guardian and say who was under age; the birth date waits for whoever has the key', async () => {
  const url = await olderDatabase(VaultCreate1799400000000);
  await runSql(
    url,
    `insert into people (id, name) values ('${person}', 'Ada Lopez');
     insert into organizations values ('${sponsor}', 'sponsor', 'Council');
     insert into standards (id, sponsor_id, occupation_title, rapids_code, onet_soc, version, approach, term_months, ojt_minutes,
       rti_minutes, levels, completion_credentials, job_book_status, policies, published_at)
       values ('${standard}', '${sponsor}', 'IMT', '2031HY', '', '1', 'hybrid', 18, 1, 1, '[]', '[]', 'reviewed', '{}', now());
     ${agreement(person, '2008-03-03')} ${agreement(other, '2008-03-02')}`,
  );
  await migrate(url);
  expect(
    await runSql(
      url,
      'select minor, born_on::text as born, guardian_name as guardian from agreement_signatures order by born_on',
    ),
  ).toEqual([
    { minor: false, born: '2008-03-02', guardian: 'Maria Lopez' },
    { minor: true, born: '2008-03-03', guardian: 'Maria Lopez' },
  ]);
});
