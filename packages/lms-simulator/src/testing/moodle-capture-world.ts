import type { LmsEnrolment, LmsPerson, LmsWorld } from '../world/world.js';

const instructor: LmsPerson = {
  id: 'trivera',
  sub: '3',
  givenName: 'Tomas',
  familyName: 'Rivera',
  username: 'trivera',
  email: 'trivera@college.example.edu',
  sisId: 'SIS-trivera',
};

const students: LmsPerson[] = Array.from({ length: 20 }, (_, index) => {
  const number = index + 1;
  return {
    id: `student${number}`,
    sub: String(number + 3),
    givenName: `Stu${number}`,
    familyName: `Dent${number}`,
    username: `student${number}`,
    email: `student${number}@college.example.edu`,
    sisId: `SIS-student${number}`,
  };
});

const enrolments: LmsEnrolment[] = [
  { personId: 'trivera', role: 'instructor', state: 'active' },
  ...students.map(({ id }): LmsEnrolment => ({ personId: id, role: 'learner', state: 'active' })),
];

/** The college whose Moodle 4.5.6 was recorded. */
export const moodleCaptureWorld: LmsWorld = {
  college: {
    name: 'Test College',
    shortName: 'college',
    description: 'Test College',
    guid: '8f5eead0ca7d3d58a333bb7a0e56e4bf',
  },
  toolName: 'Probe',
  toolCustom: {
    course_sis: '$CourseSection.sourcedId',
    person_sis: '$Person.sourcedId',
    due: '$ResourceLink.submission.endDateTime',
  },
  people: [instructor, ...students],
  courses: [
    {
      id: '2',
      label: 'IMT-BP',
      title: 'Blueprint Reading',
      sisId: 'SIS-IMT-BP',
      enrolments,
      resourceLinks: [
        {
          id: '1',
          title: 'RTI: Blueprint Reading (16 h)',
          description: 'Completion earns 16 RTI hours',
          custom: { rti_course: 'blueprint-reading' },
          lineItem: { id: '2', scoreMaximum: 100, resourceId: 'blueprint-reading', tag: 'rti' },
          cmid: 4,
        },
      ],
    },
  ],
};

/** The identity and addresses in the recordings. */
export const moodleCaptureIdentity = {
  publicUrl: 'https://moodle.college.example',
  clientId: 'zoFWC8tmauuKReO',
  deploymentId: '1',
} as const;
