import type { LmsPerson, LmsWorld } from '../world/world.js';

const people: LmsPerson[] = [
  {
    id: 'dana',
    sub: '3107',
    givenName: 'Dana',
    familyName: 'Okafor',
    username: 'dokafor',
    email: 'dana.okafor@example.edu',
    sisId: 'S00482913',
  },
  {
    id: 'luis',
    sub: '58',
    givenName: 'Luis',
    familyName: 'Marchetti',
    username: 'lmarchetti',
    email: 'luis.marchetti@example.edu',
    sisId: 'E0001127',
  },
  {
    id: 'admin',
    sub: '2',
    givenName: 'Site',
    familyName: 'Admin',
    username: 'admin',
    email: 'lms-admin@example.edu',
    sisId: '',
  },
];

/** The college of the Moodle part of `claims-by-case.json`. */
export const moodleCaseWorld: LmsWorld = {
  college: {
    name: 'Example CC',
    shortName: 'Example CC',
    description: 'Example Community College Moodle',
    guid: 'moodle.example.edu',
  },
  toolName: 'RTI Portal',
  toolCustom: {
    context_history: '$Context.id.history',
    term_begin: '$CourseSection.timeFrame.begin',
    term_end: '$CourseSection.timeFrame.end',
  },
  people,
  courses: [
    {
      id: '214',
      label: 'ELEC-131-F26',
      title: 'Electrical Apprentice RTI - Year 2, Term 1',
      sisId: 'ELEC-131-01-2026FA',
      term: { name: 'Fall 2026', startsAt: '2026-08-24T00:00:00-07:00', endsAt: '2026-12-11T23:59:00-08:00' },
      enrolments: [
        { personId: 'dana', role: 'learner', state: 'active' },
        { personId: 'luis', role: 'instructor', state: 'active' },
        { personId: 'admin', role: 'administrator', state: 'active' },
      ],
      resourceLinks: [
        {
          id: '96',
          title: 'RTI completion - Electrical Year 2',
          description: 'Open your RTI record.',
          custom: { rti_course_id: 'rtic_01J9ZK4M2Q' },
          lineItem: { id: '5531', scoreMaximum: 100, resourceId: 'rtic_01J9ZK4M2Q', tag: 'rti-completion' },
          cmid: 412,
        },
      ],
    },
  ],
};

export const moodleCaseIdentity = {
  baseUrl: 'https://moodle.example.edu',
  clientId: 'x5TzQm1wEo9KfVb',
  deploymentId: '7',
} as const;
