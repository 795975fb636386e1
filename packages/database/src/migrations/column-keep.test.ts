import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.js';
import { olderDatabase, runSql } from '../testing/older-database.js';
import { ColumnKeep1799711480000 } from './1799711480000-column-keep.js';

/** A course with a column whose learner had these grades, one reading after another. */
const course = (name: string, grades: readonly (number | null)[]) => {
  const [section, context, learner] = [randomUUID(), randomUUID(), randomUUID()];
  const results = grades.map(
    (grade, day) => `insert into course_results (id, section_id, identity_id, score_percent, observed_at)
      values ('${randomUUID()}', '${section}', '${learner}', ${grade}, '2026-11-0${day + 1}');`,
  );
  return `
    insert into sections (id, college_id, context_id, platform_name, title, has_roster, has_grades, roster_state)
      values ('${section}', '${randomUUID()}', '${context}', 'Canvas', '${name}', true, true, 'never');
    insert into lti.line_items (id, context_id, url, source, chosen_at)
      values ('${randomUUID()}', '${context}', '${name}', 'link', now());
    ${results.join('\n')}`;
};

test('columns of before are kept where a learner had a grade by the last reading', async () => {
  const url = await olderDatabase(ColumnKeep1799711480000);
  await runSql(
    url,
    `set session_replication_role = replica;
     ${course('graded', [null, 80])} ${course('removed', [80, null])} ${course('never', [null])} ${course('unread', [])}`,
  );
  await migrate(url);
  expect(await runSql(url, 'select url from lti.line_items where grades_read_at is not null')).toEqual([
    { url: 'graded' },
  ]);
});
