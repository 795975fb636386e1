import type { LmsPerson, LmsWorld } from '../world/world.js';

const INSTRUCTOR_LEGACY = '9a1f3f0f6d3b5b8e2c7d4a6e1b0c9d8e7f6a5b4c';

const people: LmsPerson[] = [
  {
    id: 'dana',
    sub: 'a445ca99-1a64-4697-9bfa-508a118245ea',
    givenName: 'Dana',
    familyName: 'Okafor',
    username: 'dokafor',
    email: 'dana.okafor@example.edu',
    sisId: 'S00482913',
    canvasId: '8812',
    legacyId: '535fa085f22b4655f48cd5a36a9215f64c062838',
  },
  {
    id: 'luis',
    sub: 'b7c2f0de-5b1f-4b02-8a4f-20d7c2a3f1aa',
    givenName: 'Luis',
    familyName: 'Marchetti',
    username: 'lmarchetti',
    email: 'luis.marchetti@example.edu',
    sisId: 'E0001127',
    canvasId: '412',
    legacyId: INSTRUCTOR_LEGACY,
  },
  {
    id: 'priya',
    sub: 'f2e2a6ba-0f7f-4c63-a9a4-63b32f9a6f20',
    givenName: 'Priya',
    familyName: 'Raman',
    username: 'praman',
    email: 'priya.raman@example.edu',
    sisId: 'E0001127',
    canvasId: '415',
    legacyId: INSTRUCTOR_LEGACY,
  },
  {
    id: 'casey',
    sub: 'd4f6a1c9-8f3e-4a1b-b6b7-6e5d4c3b2a10',
    givenName: 'Casey',
    familyName: 'Okafor',
    username: 'cokafor',
    email: 'casey@example.com',
    sisId: '',
    canvasId: '9120',
    legacyId: INSTRUCTOR_LEGACY,
  },
  {
    id: 'test',
    sub: '0d5c9a41-7a0e-4bfa-9a39-1b8d3a3f0e11',
    givenName: 'Test',
    familyName: 'Student',
    username: 'test',
    email: '',
    sisId: '',
    canvasId: '9001',
    legacyId: '1c1d1e1f2a2b2c2d2e2f3a3b3c3d3e3f4a4b4c4d',
  },
];

/** The college of the Canvas part of `claims-by-case.json`. */
export const canvasCaseWorld: LmsWorld = {
  college: {
    name: 'Example Community College',
    shortName: 'example-cc',
    description: 'Example Community College',
    guid: 'VicYj3cu5BIFpoZhDVU4DZumnlBrWi1grgJEzADs:canvas-lms',
  },
  toolName: 'RTI Portal',
  toolCustom: {
    canvas_course_id: '$Canvas.course.id',
    canvas_user_id: '$Canvas.user.id',
    canvas_api_domain: '$Canvas.api.domain',
    course_sis_id: '$Canvas.course.sisSourceId',
    context_history: '$Context.id.history',
    section_ids: '$Canvas.course.sectionIds',
    enrollment_state: '$Canvas.enrollment.enrollmentState',
    term_name: '$Canvas.term.name',
    term_start: '$Canvas.term.startAt',
    term_end: '$Canvas.term.endAt',
    course_state: '$Canvas.course.workflowState',
    unresolved_example: '$Canvas.someUnknownVariable',
  },
  people,
  courses: [
    {
      id: '565',
      contextId: '4dde05e8ca1973bcca9bffc13e1548820eee93a3',
      label: 'ELEC-131-01',
      title: 'Electrical Apprentice RTI - Year 2, Term 1',
      sisId: 'ELEC-131-01-2026FA',
      sectionIds: ['1201'],
      term: { name: 'Fall 2026', startsAt: '2026-08-24T00:00:00-07:00', endsAt: '2026-12-11T23:59:59-08:00' },
      enrolments: [
        { personId: 'dana', role: 'learner', state: 'active' },
        { personId: 'luis', role: 'instructor', state: 'active' },
        { personId: 'priya', role: 'ta', state: 'active' },
        { personId: 'casey', role: 'observer', state: 'active', observes: ['dana'] },
        { personId: 'test', role: 'test-student', state: 'active' },
      ],
      resourceLinks: [
        {
          id: '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90',
          title: 'RTI completion - Electrical Year 2',
          description: '<p>Open your RTI record.</p>',
          custom: { rti_course_id: 'rtic_01J9ZK4M2Q' },
          lineItem: { id: '1204', scoreMaximum: 100, resourceId: 'rtic_01J9ZK4M2Q', tag: 'rti-completion' },
          legacyId: 'c1a9f6f6f1f74c40a7be2f1f3c1b7a55c0ffee01',
        },
      ],
    },
  ],
};

export const canvasCaseIdentity = {
  baseUrl: 'https://example-cc.instructure.com',
  issuer: 'https://canvas.instructure.com',
  clientId: '241560000000000117',
  deploymentId: '8731:3a39eee0288451e31cffb9accb3791ac8e50edd4',
} as const;
