import { type completionView, endpoints } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { fakeRecord } from './fake-record.js';
import { fakeCourses, fakeProcesses } from './fake-standard.js';
import { mentors, signedIn } from './fake-session.js';
import { asShown, type FakeRoute, refusal, route } from './fake-transport.js';
import { hasRole } from './fake-versions.js';
import {
  daysAgo,
  type FakeApprenticeship,
  fakeId,
  named,
  northfield,
  people,
  rtiEntry,
  signedEntry,
  sponsor,
  workedHours,
} from './fake-world.js';

type View = z.input<typeof completionView>;
type Item = View['requirements'][number];

/** What the fake keeps of one completion. */
export interface FakeReview {
  readonly credentials: Map<string, NonNullable<View['credentials'][number]['earned']>>;
  attestation: View['attestation'];
  returned: View['returned'];
  award: View['award'];
  readonly review: Map<string, NonNullable<Item['review']>>;
  version: number;
}

const asked = [
  { code: 'MSSC-CPT-SAFETY', name: 'MSSC Safety certificate' },
  { code: 'OSHA-10', name: 'OSHA 10-hour' },
  { code: 'FA-CPR', name: 'First Aid / CPR' },
];

const begun = (): FakeReview => ({
  credentials: new Map(),
  attestation: null,
  returned: null,
  award: null,
  review: new Map(),
  version: 0,
});

/** Where the completion of an apprenticeship stands; made when it is first asked for. */
export function reviewOf(state: FakeState, own: FakeApprenticeship): FakeReview {
  const found = state.reviews.get(own.id) ?? begun();
  state.reviews.set(own.id, found);
  return found;
}

/** Fills a record until nothing is unmet. */
export function meetEverything(state: FakeState, own: FakeApprenticeship): void {
  const entries = [
    ...fakeProcesses.flatMap(({ code, hours }) => workedHours(code, hours, 3)),
    ...fakeCourses.map(([code]) => rtiEntry(code, 60, 88)),
    ...fakeProcesses.flatMap(({ code, tasks }) => tasks.map((_, index) => signedEntry(`${code}.${index + 1}`, 30))),
  ];
  own.entries = entries.map((entry, index) => ({ ...entry, sequence: index + 1 }));
  const { credentials } = reviewOf(state, own);
  for (const { code } of asked) credentials.set(code, earned('seen on paper'));
}

/** The employer's word, so that the sponsor can review. */
export function attest(state: FakeState, own: FakeApprenticeship): void {
  reviewOf(state, own).attestation = {
    by: named(people.erin),
    on: daysAgo(1),
    statement: 'Runs every line alone.',
  };
}

const earned = (reference: string) => ({ entry: fakeId(), on: daysAgo(90), reference, by: named(people.erin) });

const short = (minutes: number): Pick<Item, 'met' | 'missing'> =>
  minutes <= 0 ? { met: true, missing: null } : { met: false, missing: { kind: 'minutes', minutes } };

/** As the rules list them for a hybrid program. */
function requirements(own: FakeApprenticeship, done: FakeReview): Item[] {
  const record = fakeRecord(own, 'sponsor');
  const items: Omit<Item, 'review' | 'takenBack'>[] = [
    ...record.processes.map(({ code, title, leftMinutes }) => ({
      kind: 'process-hours' as const,
      code,
      title,
      ...short(leftMinutes),
    })),
    ...record.processes
      .flatMap((one) => one.competencies)
      .map(({ code, title, requiredLevel, signedOff }) => ({
        kind: 'competency' as const,
        code,
        title,
        met: signedOff,
        missing: signedOff ? null : { kind: 'sign-off' as const, requiredLevel, level: null },
      })),
    ...record.courses.map(({ code, title, leftMinutes }) => ({
      kind: 'course' as const,
      code,
      title,
      ...short(leftMinutes),
    })),
    ...asked.map(({ code, name }) => ({
      kind: 'completion-credential' as const,
      code,
      title: name,
      met: done.credentials.has(code),
      missing: done.credentials.has(code) ? null : { kind: 'credential' as const },
    })),
  ];
  return items.map((one) => ({ ...one, review: done.review.get(`${one.kind} ${one.code}`) ?? null, takenBack: 0 }));
}

function view(state: FakeState, own: FakeApprenticeship): View {
  const done = reviewOf(state, own);
  const open = done.award === null;
  const record = fakeRecord(own, 'sponsor');
  const attested = done.attestation !== null;
  const items = requirements(own, done);
  const met = items.every((one) => one.met);
  const accepted = items.every((one) => one.review?.verdict === 'accepted');
  return {
    apprenticeship: own.id,
    apprentice: own.apprentice,
    employer: northfield,
    sponsor,
    occupation: record.occupation,
    approach: 'hybrid',
    status: open ? 'active' : 'completed',
    requirements: items,
    attestation: done.attestation,
    returned: done.returned,
    award: done.award,
    credentials: asked.map(({ code, name }) => ({ code, name, earned: done.credentials.get(code) ?? null })),
    reviewVersion: done.version,
    may: {
      recordCredential: open && (hasRole(state, 'employer-admin') || hasRole(state, 'sponsor-admin')),
      attest: open && !attested && met && hasRole(state, 'employer-admin'),
      review: open && hasRole(state, 'sponsor-admin'),
      award: open && attested && met && accepted && hasRole(state, 'sponsor-admin'),
    },
  };
}

function find(state: FakeState, id: string | undefined): FakeApprenticeship {
  const own = state.apprenticeships.find((one) => one.id === id);
  const may = hasRole(state, 'employer-admin') || hasRole(state, 'sponsor-admin');
  if (!own || (own.apprentice.id !== signedIn(state).id && !mentors(state, own) && !may))
    throw refusal(403, 'not-their-record', 'This record is not yours to open. Ask the sponsor if you should see it.');
  return own;
}

const changed = () =>
  refusal(409, 'changed-since-shown', 'Something here changed since you opened the page. Nothing was done.');

/** Completion: requirements, credentials, the attestation, the review and the award. */
export const reviewRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.readCompletion, ({ params }) => view(state, find(state, params['apprenticeship']))),
  route(endpoints.recordCredential, ({ params, body }) => {
    const own = find(state, params['apprenticeship']);
    if (body.reference.trim() === '') throw refusal(422, 'reference-missing', 'Say where the certificate is kept.');
    const by = named(signedIn(state));
    const { earnedOn: on, reference } = body;
    reviewOf(state, own).credentials.set(body.credential, { entry: fakeId(), on, reference, by });
    return view(state, own);
  }),
  route(endpoints.attestMastery, ({ params, body }) => {
    const own = find(state, params['apprenticeship']);
    const done = reviewOf(state, own);
    if (requirements(own, done).some((one) => !one.met))
      throw refusal(409, 'requirements-unmet', 'Something is unmet. Nothing was attested.');
    done.attestation = { by: named(signedIn(state)), on: daysAgo(0), statement: body.statement };
    return view(state, own);
  }),
  route(endpoints.reviewItems, ({ params, body, shown }) => {
    const own = find(state, params['apprenticeship']);
    const done = reviewOf(state, own);
    asShown(shown, done.version);
    for (const { kind, code, verdict, remark } of body.items)
      done.review.set(`${kind} ${code}`, { verdict, remark, by: named(signedIn(state)) });
    done.version += 1;
    return view(state, own);
  }),
  route(endpoints.awardCompletion, ({ params, body }) => {
    const own = find(state, params['apprenticeship']);
    const done = reviewOf(state, own);
    if (body.version !== done.version) throw changed();
    done.award = { by: named(signedIn(state)), on: daysAgo(0) };
    return view(state, own);
  }),
  route(endpoints.returnCompletion, ({ params, body }) => {
    const own = find(state, params['apprenticeship']);
    const done = reviewOf(state, own);
    const remarks = [...done.review]
      .filter(([, one]) => one.verdict === 'questioned')
      .map(([key, one]) => `${key.split(' ')[1]}: ${one.remark}`);
    done.returned = { by: named(signedIn(state)), on: daysAgo(0), reasons: [...body.reasons, ...remarks] };
    done.attestation = null;
    done.review.clear();
    done.version = 0;
    return view(state, own);
  }),
];
