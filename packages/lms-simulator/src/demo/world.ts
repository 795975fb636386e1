import type { LmsEnrolment, LmsProfile, LmsTerm, LmsWorld } from '../world/world.js';
import { canvasPeople, moodlePeople } from './people.js';
import { DEMO_COLLEGE } from './registrations.js';

const fall: LmsTerm = {
  name: 'Fall 2026',
  startsAt: '2026-08-24T00:00:00-05:00',
  endsAt: '2026-12-11T23:59:59-06:00',
};

function course(...learners: readonly string[]): LmsEnrolment[] {
  const taught: LmsEnrolment = { personId: 'rosa-silva', role: 'instructor', state: 'active' };
  return [taught, ...learners.map((personId): LmsEnrolment => ({ personId, role: 'learner', state: 'active' }))];
}

const moodle: LmsWorld = {
  college: {
    name: DEMO_COLLEGE,
    shortName: 'lakeside',
    description: DEMO_COLLEGE,
    guid: 'c5a3f0b1d27e4c6899d1f0a7b3e84d52',
  },
  toolName: 'Journeybook',
  toolCustom: { course_sis: '$CourseSection.sourcedId', person_sis: '$Person.sourcedId' },
  people: moodlePeople,
  courses: [
    {
      id: '2',
      label: 'IMT-BP',
      title: 'Blueprint Reading',
      sisId: 'SIS-IMT-BP',
      term: fall,
      enrolments: course('adaeze-dike', 'marcus-hale', 'priya-nair', 'joanna-kim', 'hannah-weber', 'luis-ortega'),
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
    {
      id: '3',
      label: 'IMT-MATH',
      title: 'Industrial Math',
      sisId: 'SIS-IMT-MATH',
      term: fall,
      enrolments: course('marcus-hale', 'tomas-rivera', 'elena-petrov', 'mei-tanaka'),
      resourceLinks: [
        {
          id: '2',
          title: 'RTI: Industrial Math',
          description: 'Completion earns RTI hours',
          custom: { rti_course: 'industrial-math' },
          lineItem: { id: '4', scoreMaximum: 100, resourceId: 'industrial-math', tag: 'rti' },
          cmid: 6,
        },
      ],
    },
  ],
};

const canvas: LmsWorld = {
  college: {
    name: DEMO_COLLEGE,
    shortName: 'lakeside',
    description: DEMO_COLLEGE,
    guid: 'LkSd7cu5BIFpoZhDVU4DZumnlBrWi1grgJEzADs:canvas-lms',
  },
  toolName: 'Journeybook',
  toolCustom: {
    canvas_course_id: '$Canvas.course.id',
    canvas_user_id: '$Canvas.user.id',
    course_sis_id: '$Canvas.course.sisSourceId',
    term_name: '$Canvas.term.name',
  },
  people: canvasPeople,
  courses: [
    {
      id: '565',
      label: 'IMT-QA',
      title: 'Quality Assurance and Continuous Improvement',
      sisId: 'SIS-IMT-QA',
      term: fall,
      sectionIds: ['1201'],
      enrolments: course('adaeze-dike', 'priya-nair', 'tomas-rivera', 'elena-petrov', 'mei-tanaka', 'samuel-brooks'),
      resourceLinks: [
        {
          id: '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90',
          title: 'RTI: Quality Assurance and Continuous Improvement',
          description: '<p>Completion earns RTI hours.</p>',
          custom: { rti_course: 'quality-assurance' },
          lineItem: { id: '1204', scoreMaximum: 100, resourceId: 'quality-assurance', tag: 'rti' },
        },
      ],
    },
    {
      id: '566',
      label: 'IMT-SAFE',
      title: 'Safety for Manufacturing',
      sisId: 'SIS-IMT-SAFE',
      term: fall,
      sectionIds: ['1202'],
      enrolments: course('marcus-hale', 'joanna-kim', 'tomas-rivera', 'hannah-weber', 'samuel-brooks'),
      resourceLinks: [
        {
          id: '2f0d9c3e-6a41-4b58-8d7a-91c5e0b7a264',
          title: 'RTI: Safety for Manufacturing',
          description: '<p>Completion earns RTI hours.</p>',
          custom: { rti_course: 'safety' },
          lineItem: { id: '1310', scoreMaximum: 100, resourceId: 'safety', tag: 'rti' },
        },
      ],
    },
  ],
};

/** One college with both products: some courses live in Moodle, some in Canvas. */
export const demoWorld: Readonly<Record<LmsProfile, LmsWorld>> = { moodle, canvas };
