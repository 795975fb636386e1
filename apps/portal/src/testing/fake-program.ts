import { endpoints, type StandardContents } from '@journeybook/contracts';
import { checkStandard, compareStandards, type OrganizationId, publishStandard } from '@journeybook/domain';
import type { FakeState } from './fake-api.js';
import { fakeContents, fakePolicies } from './fake-contents.js';
import { customisationRoutes, customisationsOf } from './fake-customisation.js';
import { moveRoutes } from './fake-move.js';
import { signedIn } from './fake-session.js';
import { asShown, type FakeRoute, refusal, route } from './fake-transport.js';
import { actorOf } from './fake-decision.js';
import { asStandard, type FakeVersion, fakeVersion, findVersion, hasRole } from './fake-versions.js';
import { named, sponsor } from './fake-world.js';

const findings = (one: FakeVersion) =>
  checkStandard(asStandard(one.id, one.contents)).map((finding) => ({ ...finding }));

const summary = (state: FakeState, one: FakeVersion) => ({
  id: one.id,
  status: one.status,
  sponsor,
  occupation: { title: one.contents.occupation.title, rapidsCode: one.contents.occupation.rapidsCode },
  version: one.contents.version,
  approach: one.contents.approach,
  ojtMinutes: one.contents.ojtMinutes,
  rtiMinutes: one.contents.rtiMinutes,
  termMonths: one.contents.termMonths,
  at: one.at,
  apprentices: bound(state, one),
  errors: one.status === 'draft' ? findings(one).filter(({ severity }) => severity === 'error').length : 0,
});

const bound = (state: FakeState, one: FakeVersion): number =>
  state.apprenticeships.filter((own) => (own.standard ?? state.programs.versions[0]?.id) === one.id).length;

const published = (state: FakeState, one: FakeVersion) => ({
  id: one.id,
  sponsor,
  publishedAt: one.at,
  apprentices: bound(state, one),
  contents: one.contents,
  customisations: customisationsOf(state, one.id),
  may: {
    draft: hasRole(state, 'sponsor-admin'),
    customise: signedIn(state)
      .roles.filter(({ role }) => role === 'employer-admin')
      .map(({ organization }) => organization),
  },
});

const draftView = (one: FakeVersion) => ({
  id: one.id,
  sponsor,
  edition: one.edition,
  from: one.from,
  contents: one.contents,
  findings: findings(one),
  notes: [...one.notes],
  changedBy: one.changedBy,
  changedAt: one.at,
});

function startDraft(state: FakeState, part: Pick<FakeVersion, 'contents'> & Partial<FakeVersion>) {
  const draft = fakeVersion({
    status: 'draft',
    changedBy: named(signedIn(state)),
    at: new Date().toISOString(),
    ...part,
  });
  state.programs.versions.push(draft);
  return draftView(draft);
}

/** Refuses an import as the API does: every fault of the file with its sheet, row and column. */
export const faultyFile = () =>
  refusal(422, 'file-faulty', 'The file has 2 faults. Nothing was changed; put them right and choose it again.', {
    errors: [
      { field: 'WorkProcesses, row 4, Minimum Hours', message: '“many” is no number of hours' },
      { field: 'RelatedInstruction, row 9, Course Code', message: 'RTI04 stands twice' },
    ],
  });

const readRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listStandards, () => ({
    standards: state.programs.versions
      .filter((one) => one.status === 'published' || hasRole(state, 'sponsor-admin'))
      .map((one) => summary(state, one)),
    mayDraft: hasRole(state, 'sponsor-admin'),
  })),
  route(endpoints.listAgencyPolicies, () => ({ policies: fakePolicies() })),
  route(endpoints.readStandard, ({ params }) => published(state, findVersion(state, params['standard']))),
  route(endpoints.compareStandards, ({ params, query }) => {
    const from = findVersion(state, params['standard']);
    const to = findVersion(state, query.with);
    return {
      from: from.contents.version,
      to: to.contents.version,
      differences: compareStandards(asStandard(from.id, from.contents), asStandard(to.id, to.contents)).map((one) => ({
        ...one,
        title: titleOf(to.contents, one.code) ?? titleOf(from.contents, one.code) ?? '',
        fields: one.fields.map((field) => ({ ...field })),
      })),
    };
  }),
];

const titleOf = ({ workProcesses, competencies, courses }: StandardContents, code: string): string | undefined =>
  [...workProcesses, ...competencies, ...courses].find((one) => one.code === code)?.title;

const draftRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.createDraft, ({ body }) => {
    const from = body.from === null ? null : findVersion(state, body.from);
    return startDraft(state, {
      contents: { ...(from?.contents ?? fakeContents()), version: body.version },
      from: from && { id: from.id, version: from.contents.version },
    });
  }),
  route(endpoints.importDraft, ({ body }) => {
    if (atob(body.contentBase64).includes('faulty')) throw faultyFile();
    const notes = ['The probationary period of 6 months was left out: the agency policy sets it.'];
    return startDraft(state, { contents: fakeContents({ version: body.fileName }), notes });
  }),
  route(endpoints.readDraft, ({ params }) => draftView(findVersion(state, params['draft']))),
  route(endpoints.editDraft, ({ params, body, shown }) => {
    const draft = findVersion(state, params['draft']);
    asShown(shown, draft.edition);
    const changedBy = named(signedIn(state));
    Object.assign(draft, {
      contents: body.contents,
      edition: draft.edition + 1,
      changedBy,
      at: new Date().toISOString(),
    });
    return draftView(draft);
  }),
  route(endpoints.discardDraft, ({ params, shown }) => {
    const draft = findVersion(state, params['draft']);
    asShown(shown, draft.edition);
    state.programs.versions = state.programs.versions.filter((one) => one !== draft);
  }),
  route(endpoints.publishDraft, ({ params, body }) => {
    const draft = findVersion(state, params['draft']);
    publish(state, draft, body.edition);
    return published(state, draft);
  }),
];

function publish(state: FakeState, draft: FakeVersion, shownEdition: number) {
  const decision = publishStandard(
    actorOf(state),
    {
      sponsor: sponsor.id as OrganizationId,
      status: draft.status,
      edition: draft.edition,
      standard: asStandard(draft.id, draft.contents),
    },
    {
      shownEdition,
      publishedVersions: state.programs.versions
        .filter((one) => one.status === 'published')
        .map((one) => one.contents.version),
    },
  );
  if (decision.ok) return void Object.assign(draft, { status: 'published', at: new Date().toISOString() });
  const { refusal: why } = decision;
  const errors = why.kind === 'standard-faulty' ? why.findings.map(({ field, message }) => ({ field, message })) : [];
  throw refusal(409, why.kind, 'This draft cannot be published yet.', { errors });
}

/** Programs: versions, drafts, what employers make their own of them, and moving from one to another. */
export const programRoutes = (state: FakeState): FakeRoute[] => [
  ...readRoutes(state),
  ...draftRoutes(state),
  ...customisationRoutes(state),
  ...moveRoutes(state),
];
