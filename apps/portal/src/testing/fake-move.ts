import { endpoints, type StandardContents } from '@journeybook/contracts';
import { proposeMapping } from '@journeybook/domain';
import type { FakeState } from './fake-api.js';
import { asStandard, findVersion } from './fake-versions.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import type { FakeApprenticeship } from './fake-world.js';

function find(state: FakeState, id: string | undefined): FakeApprenticeship {
  const own = state.apprenticeships.find((one) => one.id === id);
  if (!own) throw refusal(404, 'not-their-record', 'There is no such record, or you may not open it.');
  return own;
}

const subjects = ({ workProcesses, courses, competencies }: StandardContents) => [
  ...workProcesses.map(({ code, title }) => ({ subject: 'work-process' as const, code: String(code), title })),
  ...courses.map(({ code, title }) => ({ subject: 'course' as const, code: String(code), title })),
  ...competencies.map(({ code, title }) => ({ subject: 'competency' as const, code: String(code), title })),
];

const boundTo = (state: FakeState, own: FakeApprenticeship) =>
  findVersion(state, own.standard ?? state.programs.versions[0]?.id);

const isSigned = (own: FakeApprenticeship, subject: string, code: string): boolean =>
  own.entries.some((one) => !one.reversed && one.subject?.kind === subject && one.subject.code === code);

/** Moving an apprentice to another version: what is proposed, and the move itself. */
export const moveRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.proposeMove, ({ params, query }) => {
    const own = find(state, params['apprenticeship']);
    const from = boundTo(state, own);
    const to = findVersion(state, query.to);
    const titles = subjects(from.contents);
    return {
      from: { id: from.id, version: from.contents.version },
      to: { id: to.id, version: to.contents.version },
      mapping: proposeMapping(asStandard(from.id, from.contents), asStandard(to.id, to.contents)).map((one) => ({
        ...one,
        title: titles.find(({ subject, code }) => subject === one.subject && code === one.from)?.title ?? one.from,
        signed: isSigned(own, one.subject, one.from),
        mayBeHistory: own.formerSkills?.includes(one.from) ?? false,
      })),
      targets: subjects(to.contents),
    };
  }),
  route(endpoints.moveApprentice, ({ params, body }) => {
    const own = find(state, params['apprenticeship']);
    const lost = body.mapping.find((one) => one.to === null && !one.asHistory && isSigned(own, one.subject, one.from));
    if (lost) throw refusal(409, 'signed-work-lost', `${lost.from} has signed work and must go somewhere.`);
    own.standard = body.to;
  }),
];
