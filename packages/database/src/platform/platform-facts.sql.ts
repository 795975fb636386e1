import { instantText } from '../instant-text.js';

/** Courses that something does not work in: rows of `id`, `title`, what was `said` and `at` which moment. */
const failed = (rows: string) => `(
    select json_build_object('courses', count(distinct x.id), 'titles', coalesce((array_agg(distinct x.title))[1:3], '{}'),
      'said', (array_agg(x.said order by x.at desc nulls last))[1], 'since', ${instantText('min(x.at)')}) from (${rows}) x)`;

const courses = `sections s join lti.contexts c on c.id = s.context_id where c.deployment_id = d.id`;
const resultsFailed = `
    select s.id, s.title, s.results_problem as said, s.results_failed_since as at from ${courses}
      and c.closed_at is null and s.results_state = 'failed'`;

/** The newest score of each learner, while it is not delivered: of one that was pushed again only the last try counts. */
const gradesFailed = (kinds: string) =>
  failed(`
    select s.id, s.title, g.message as said, g.outcome_at as at
    from score_deliveries g join sections s on s.id = g.section_id join lti.contexts c on c.id = s.context_id
    where c.deployment_id = d.id and (g.state = 'refused' or g.state = 'waiting' and g.outcome_at is not null)
      and g.outcome_at > now() - interval '14 days' and coalesce(g.outcome_kind, '') ${kinds}
      and not exists (select from score_deliveries n where n.section_id = g.section_id and n.identity_id = g.identity_id
        and (n.decided_at, n.id) > (g.decided_at, g.id))`);

/** The last check of a deployment, what its courses and scores tell, and how its platform answers the tool: `d` is the deployment. */
export const factsJson = `
  json_build_object(
    'lastLaunchAt', (select ${instantText('max(c.services_seen_at)')} from lti.contexts c where c.deployment_id = d.id),
    'rosterReadAt', (select ${instantText('max(s.roster_read_at)')} from ${courses}),
    'rosterFailed', ${failed(`
    select s.id, s.title, s.roster_problem as said, s.roster_failed_since as at from ${courses}
      and c.closed_at is null and s.roster_state = 'failed'`)},
    'resultsFailed', ${failed(`${resultsFailed} and c.column_lost_at is null`)},
    'columnsLost', ${failed(`${resultsFailed} and c.column_lost_at is not null`)},
    'gradeDeliveredAt', (select ${instantText('max(g.outcome_at)')} from score_deliveries g
      join sections s on s.id = g.section_id join lti.contexts c on c.id = s.context_id
      where c.deployment_id = d.id and g.state = 'delivered'),
    'gradesFailed', json_build_object(
      'forbidden', ${gradesFailed(`= 'configuration'`)},
      'unanswered', ${gradesFailed(`= 'retry'`)},
      'refused', ${gradesFailed(`not in ('configuration', 'retry')`)}),
    'answers', (select json_build_object('failingSince', ${instantText('h.failing_since')},
        'leftAloneUntil', ${instantText('case when h.open_until > now() then h.open_until end')},
        'lastOkAt', ${instantText('h.last_ok_at')})
      from lti.platform_health h where h.registration_id = d.registration_id),
    'check', (select json_build_object('askedAt', ${instantText('k.asked_at')}, 'doneAt', ${instantText('k.done_at')},
        'keysProblem', k.keys_problem, 'tokenProblem', k.token_problem)
      from lti.platform_checks k where k.deployment_id = d.id order by k.asked_at desc, k.id desc limit 1))`;
