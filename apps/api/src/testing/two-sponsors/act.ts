import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { courseCode, day } from '@journeybook/domain/testing';
import { tokenIn } from '../letters.js';
import { give } from '../privacy.js';
import { openBrowser } from '../provider.js';
import { setUpAuthenticator } from '../second-factor.js';
import { mapShown, openSection } from '../section.js';
import type { RunningApi } from '../start-api.js';
import type { Known } from '../world.js';
import type { Side } from './side.js';

const manufacturing = { rapidsCode: '2031', course: courseCode('RTI03') };

/** What the people of both sides do over HTTP once `arrange` has filled the database: what it leaves out. */
export async function act(api: RunningApi, sides: readonly Side[]): Promise<void> {
  for (const side of sides) {
    await decideByLink(api, side);
    await teach(api, side);
    await useCourses(api, side);
    await answerQuestions(api, side);
    await setUpSecondStep(api, side);
  }
}

export async function agreementOf(
  { database }: RunningApi,
  { id }: Known,
  { sponsor }: Side,
): Promise<ApprenticeshipId> {
  const found = (await database.read.apprenticeships.listOf(id)).find((one) => one.sponsor === sponsor);
  if (!found) throw new Error('no agreement with this sponsor');
  return found.id;
}

/** The employer's administrator asks the mentor, who approves what waits of one apprentice; and that one shows a code of their own. */
async function decideByLink(api: RunningApi, side: Side): Promise<void> {
  const params = { apprenticeship: await agreementOf(api, side.inside, side) };
  const boss = await api.as(side.boss);
  const about = { aboutHours: true, signOffRequest: null };
  await boss(endpoints.sendMentorLink, { params, body: { mentor: side.guide.id, ...about } });
  const { call } = openBrowser(api);
  const token = tokenIn((await api.lettersTo(side.guide.email)).at(-1));
  await call(endpoints.openMentorLink, { body: { token } });
  const { entries } = await call(endpoints.linkQueue, {});
  await call(endpoints.linkApprove, { body: { entries: entries.map(({ id, version }) => ({ id, version })) } });
  await (await api.as(side.inside))(endpoints.giveMentorCode, { params, body: about });
}

/** A section of the portal with one learner, whose grade comes from a file. */
async function teach(api: RunningApi, side: Side): Promise<void> {
  const teacher = await api.as(side.teacher);
  const dates = { startsOn: day('2026-03-02'), endsOn: day('2026-05-29') };
  const made = { college: side.school, title: `${side.mark} evenings`, ...manufacturing, ...dates };
  const { id } = await teacher(endpoints.createSection, {
    body: { ...made, passMarkPercent: 70, creditMode: 'all' },
  });
  const params = { section: id };
  const apprenticeships = [await agreementOf(api, side.inside, side)];
  await teacher(endpoints.addAttendees, { params, body: { apprenticeships } });
  const contentBase64 = Buffer.from(`Name,Grade\n${side.inside.name},91\n`).toString('base64');
  await teacher(endpoints.importResults, { params, body: { fileName: `${side.mark}.csv`, contentBase64 } });
}

/** An instructor declines what a course of the learning platform suggests, and picks another course for a link. */
async function useCourses(api: RunningApi, side: Side): Promise<void> {
  const number = `S-${side.outside.name}`;
  const course = await openSection(api, [number], { collegeId: side.school });
  await mapShown(course.call, { body: { ...manufacturing, passMarkPercent: 70 } });
  await course.call(endpoints.declineSuggestion, {
    params: { identity: course.identityOf(number) },
    body: { apprenticeship: await suggested(course.call) },
  });
  const { call } = await api.picking({ collegeId: side.school });
  await call(endpoints.pickCourses, { body: { courses: [manufacturing], passMarkPercent: 70 } });
}

async function suggested(page: Client): Promise<ApprenticeshipId> {
  const { learners } = await page(endpoints.readSection, {});
  for (const { match } of learners) if (match.state === 'suggested') return match.apprentice.apprenticeship;
  throw new Error('nobody is suggested');
}

/** An apprentice answers a question, and the sponsor counts answers. */
async function answerQuestions(api: RunningApi, side: Side): Promise<void> {
  await give(await api.as(side.inside), 'veteran', 'non-veteran');
  await (await api.as(side.admin))(endpoints.countAnswers, { body: { sponsor: side.sponsor } });
}

/** The auditor signs in with an authenticator app from now on; a mentor has begun to set one up. */
async function setUpSecondStep(api: RunningApi, side: Side): Promise<void> {
  await setUpAuthenticator(api, side.auditor);
  await (await api.as(side.guide))(endpoints.startAuthenticator, {});
}
