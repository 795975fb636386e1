import { type AccessView, endpoints, type OwnAnswers, type RetentionView, vaultField } from '@journeybook/contracts';
import {
  type Answer,
  answerQuestion,
  type ApprenticeshipId,
  type CalendarDate,
  countAnswers,
  type Instant,
  maskSocialSecurityNumber,
  type PersonId,
  questions,
  type SocialSecurityNumber,
  type VaultField,
} from '@journeybook/domain';
import { today } from '../ui/show-dates.js';
import type { FakeState } from './fake-api.js';
import { actorOf } from './fake-decision.js';
import { signedIn } from './fake-session.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import { daysAgo, type FakeApprenticeship, fakeId, momentAgo, named, people, sponsor } from './fake-world.js';

export interface FakePrivacy {
  readonly answers: Map<VaultField, Answer>;
  accesses: AccessView[];
  /** Whether the sponsor employs the apprentice itself. */
  employs: boolean;
  readonly kept: RetentionView[];
}

/** Nothing said yet; one agreement that is due, one that is held, one that is kept, and one that runs. */
export function fakePrivacy(apprenticeships: readonly FakeApprenticeship[]): FakePrivacy {
  const agreement = (name: string, part: Partial<RetentionView>): RetentionView => ({
    apprenticeship: fakeId() as ApprenticeshipId,
    apprentice: { id: fakeId(), name },
    sponsor,
    occupation: 'Industrial Manufacturing Technician',
    status: 'completed',
    state: 'kept',
    keptUntil: daysAgo(-400),
    hold: null,
    heldElsewhere: false,
    erasedAt: null,
    ...part,
  });
  const hold = { reason: 'Complaint of 3 March', by: named(people.ines), at: momentAgo(30) as Instant };
  return {
    answers: new Map([['birth-date', answerOf('ETA 671', '2004-04-12')]]),
    accesses: [],
    employs: false,
    kept: [
      agreement('Greta Olsen', { state: 'due', keptUntil: daysAgo(20) }),
      agreement('Paul Weber', { state: 'held', keptUntil: daysAgo(100), status: 'cancelled', hold }),
      agreement('Ruth Meyer', {}),
      ...apprenticeships.map((own) => ({
        ...agreement(own.apprentice.name, { state: 'open', status: 'active', keptUntil: null }),
        apprenticeship: own.id as ApprenticeshipId,
      })),
    ],
  };
}

const answerOf = (form: string, ...values: string[]): Answer => ({ values, form, answeredOn: today() });

function ownAnswersOf({ privacy }: FakeState): OwnAnswers {
  const { ssn, 'birth-date': birthDate, ...others } = Object.fromEntries(privacy.answers);
  const number = ssn?.values[0] as SocialSecurityNumber | undefined;
  return {
    answers: Object.fromEntries(
      Object.entries(others).map(([field, answer]) => [field, { ...answer, values: [...answer.values] }]),
    ),
    ssn: ssn && number ? { masked: maskSocialSecurityNumber(number), givenOn: ssn.answeredOn } : null,
    bornOn: (birthDate?.values[0] ?? null) as CalendarDate | null,
    editions: Object.fromEntries(
      vaultField.options.map((field) => [field, editionOf(privacy.answers.get(field))]),
    ) as OwnAnswers['editions'],
    sponsors: [{ sponsor, employs: privacy.employs }],
    accesses: privacy.accesses,
    today: today(),
  };
}

/** Voluntary answers by the rules themselves, counts, the file for the agency, and what is kept. */
export const privacyRoutes = (state: FakeState): FakeRoute[] => [
  ...answerRoutes(state),
  ...reportRoutes(),
  ...retentionRoutes(state),
];

const answerRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.readOwnAnswers, () => ownAnswersOf(state)),
  route(endpoints.giveAnswer, ({ params, body, shown }) => {
    const who = signedIn(state);
    const field = params['field'] as VaultField;
    const given = answerQuestion(
      actorOf(state),
      { person: who.id as PersonId, field, values: body.values },
      { today: today() },
    );
    if (!given.ok) throw refusal(422, given.refusal.kind, 'This cannot be an answer.');
    asShown(shown, editionOf(state.privacy.answers.get(field)));
    state.privacy.answers.set(field, given.value);
    return ownAnswersOf(state);
  }),
  route(endpoints.withdrawAnswer, ({ params, shown }) => {
    asShown(shown, editionOf(state.privacy.answers.get(params['field'] as VaultField)));
    state.privacy.answers.delete(params['field'] as VaultField);
    return ownAnswersOf(state);
  }),
  route(endpoints.readOwnData, () => ({
    ...(Object.fromEntries(
      Object.keys(endpoints.readOwnData.reply?.shape ?? {}).map((part) => [part, []]),
    ) as unknown as ReturnType<NonNullable<typeof endpoints.readOwnData.reply>['parse']>),
    madeAt: momentAgo(0) as Instant,
    profile: [{ name: signedIn(state).name }],
  })),
];

const reportRoutes = (): FakeRoute[] => [
  route(endpoints.countAnswers, () => ({
    sponsor,
    people: 17,
    countedAt: momentAgo(0) as Instant,
    questions: questions.map(({ field }) => ({
      field,
      counts: countAnswers(field, [
        ...Array.from({ length: 9 }, () => (field === 'sex' ? answerOf('ETA 671', 'male') : null)),
        ...Array.from({ length: 6 }, () => (field === 'sex' ? answerOf('ETA 671', 'female') : null)),
        ...Array.from({ length: 2 }, () => null),
      ]).map((one) => ({ ...one })),
    })),
  })),
  route(endpoints.exportForAgency, ({ params, body }) => ({
    apprenticeship: params['apprenticeship'] as ApprenticeshipId,
    apprentice: { name: 'Adaeze Dike', email: null },
    bornOn: '2004-04-12' as CalendarDate,
    ssn: '512-34-6789',
    sponsor,
    occupation: { title: 'Industrial Manufacturing Technician', rapidsCode: '2031HY' },
    beganOn: daysAgo(300),
    guardian: null,
    answers: [{ field: 'sex', title: 'Sex', answer: 'Female', code: '2' }],
    madeAt: momentAgo(0) as Instant,
    reason: body.reason,
  })),
];

function retentionRoutes(state: FakeState): FakeRoute[] {
  const change = (id: string | undefined, part: Partial<RetentionView>) => {
    const { kept } = state.privacy;
    const index = kept.findIndex(({ apprenticeship }) => apprenticeship === id);
    const found = kept[index];
    if (!found) throw refusal(404, 'not-their-program', 'There is no such agreement.');
    kept[index] = { ...found, ...part };
  };
  return [
    route(endpoints.listRetention, () => ({ agreements: state.privacy.kept })),
    route(endpoints.placeHold, ({ params, body }) => {
      const hold = { reason: body.reason, by: named(signedIn(state)), at: momentAgo(0) as Instant };
      change(params['apprenticeship'], { state: 'held', hold });
    }),
    route(endpoints.liftHold, ({ params }) => change(params['apprenticeship'], { state: 'due', hold: null })),
    route(endpoints.eraseAgreement, ({ params }) =>
      change(params['apprenticeship'], {
        state: 'erased',
        apprentice: { id: fakeId(), name: 'Apprentice 1a2b3c4d' },
        erasedAt: momentAgo(0) as Instant,
      }),
    ),
  ];
}
