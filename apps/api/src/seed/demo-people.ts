import type { ApprenticeshipId, ApprenticeshipStatus, CourseCode, OrganizationId, PersonId } from '@journeybook/domain';

/** Ids of the demo world are fixed, so that the demo learning platform can be connected to its college. */
const id = <Id extends string>(group: string, number: number) =>
  `0198f0c0-0000-7000-8000-${group}${String(number).padStart(12 - group.length, '0')}` as Id;

export const organizations = {
  committee: { id: id<OrganizationId>('c0', 1), kind: 'sponsor', name: 'Great Lakes Manufacturing Committee' },
  northfield: { id: id<OrganizationId>('c0', 2), kind: 'employer', name: 'Northfield Castings' },
  harbor: { id: id<OrganizationId>('c0', 3), kind: 'employer', name: 'Harbor Plastics' },
  lakeside: { id: id<OrganizationId>('c0', 11), kind: 'college', name: 'Lakeside Community College' },
} as const;

export interface DemoPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly studentNumber: string | null;
}

const person = (number: number, name: string, email: string, studentNumber: string | null = null): DemoPerson => ({
  id: id<PersonId>('a0', number),
  name,
  email,
  studentNumber,
});

export const staff = {
  ines: person(1, 'Ines Walker', 'ines.walker@glmjac.example'),
  carol: person(2, 'Carol Jensen', 'carol.jensen@northfield.example'),
  david: person(3, 'David Osei', 'david.osei@harbor.example'),
  lucia: person(4, 'Lucia Okafor', 'lucia.okafor@northfield.example'),
  ben: person(5, 'Ben Schultz', 'ben.schultz@harbor.example'),
  rosa: person(6, 'Rosa Silva', 'rosa.silva@lakeside.example'),
} as const;

export interface DemoApprentice {
  readonly person: DemoPerson;
  readonly apprenticeship: ApprenticeshipId;
  readonly employer: OrganizationId;
  readonly mentor: DemoPerson;
  readonly status: ApprenticeshipStatus;
  /** Weeks since the agreement began. */
  readonly weeks: number;
  /** Weeks since work stopped; 0 for everybody who works. */
  readonly stoppedWeeks: number;
  readonly advancedHours: number;
  /** Courses credited in earlier terms. */
  readonly courses: readonly CourseCode[];
  readonly signedOff: number;
  /** The last days worked that still wait for the mentor. */
  readonly waitingDays: number;
  /** Has done all of it: every hour, course, skill and credential, and the employer has attested it. */
  readonly finished?: boolean;
}

const apprentice = (
  number: number,
  who: Pick<DemoPerson, 'name' | 'email'>,
  rest: Omit<DemoApprentice, 'person' | 'apprenticeship' | 'courses'> & { readonly courses: readonly string[] },
): DemoApprentice => ({
  ...rest,
  person: person(100 + number, who.name, who.email, `S100${number}`),
  apprenticeship: id<ApprenticeshipId>('b0', number),
  courses: rest.courses as readonly CourseCode[],
});

const at = { northfield: organizations.northfield.id, harbor: organizations.harbor.id };
const { lucia, ben } = staff;

/** Seven apprentices at different stages, the last one done and waiting for the sponsor; the courses that are taught in the demo platforms now are still open for most. */
export const apprentices: readonly DemoApprentice[] = [
  apprentice(
    1,
    { name: 'Adaeze Dike', email: 'adaeze.dike@northfield.example' },
    {
      employer: at.northfield,
      mentor: lucia,
      status: 'active',
      weeks: 46,
      stoppedWeeks: 0,
      advancedHours: 120,
      courses: ['RTI03', 'RTI05', 'RTI06', 'RTI07', 'RTI12', 'RTI13'],
      signedOff: 49,
      waitingDays: 3,
    },
  ),
  apprentice(
    2,
    { name: 'Marcus Hale', email: 'marcus.hale@northfield.example' },
    {
      employer: at.northfield,
      mentor: lucia,
      status: 'active',
      weeks: 30,
      stoppedWeeks: 0,
      advancedHours: 0,
      courses: ['RTI03', 'RTI07', 'RTI13'],
      signedOff: 27,
      waitingDays: 2,
    },
  ),
  apprentice(
    3,
    { name: 'Priya Nair', email: 'priya.nair@northfield.example' },
    {
      employer: at.northfield,
      mentor: lucia,
      status: 'active',
      weeks: 14,
      stoppedWeeks: 0,
      advancedHours: 0,
      courses: ['RTI03'],
      signedOff: 9,
      waitingDays: 0,
    },
  ),
  apprentice(
    4,
    { name: 'Joanna Kim', email: 'joanna.kim@harbor.example' },
    {
      employer: at.harbor,
      mentor: ben,
      status: 'active',
      weeks: 69,
      stoppedWeeks: 0,
      advancedHours: 0,
      courses: ['RTI01', 'RTI03', 'RTI04', 'RTI05', 'RTI06', 'RTI07', 'RTI10', 'RTI12', 'RTI13', 'RTI14'],
      signedOff: 71,
      waitingDays: 1,
    },
  ),
  apprentice(
    5,
    { name: 'Tomás Rivera', email: 'tomas.rivera@harbor.example' },
    {
      employer: at.harbor,
      mentor: ben,
      status: 'registered',
      weeks: 3,
      stoppedWeeks: 0,
      advancedHours: 0,
      courses: [],
      signedOff: 1,
      waitingDays: 2,
    },
  ),
  apprentice(
    6,
    { name: 'Elena Petrov', email: 'elena.petrov@harbor.example' },
    {
      employer: at.harbor,
      mentor: ben,
      status: 'suspended',
      weeks: 27,
      stoppedWeeks: 5,
      advancedHours: 0,
      courses: ['RTI03', 'RTI13'],
      signedOff: 15,
      waitingDays: 0,
    },
  ),
  apprentice(
    7,
    { name: 'Samuel Ortiz', email: 'samuel.ortiz@harbor.example' },
    {
      employer: at.harbor,
      mentor: ben,
      status: 'active',
      weeks: 78,
      stoppedWeeks: 0,
      advancedHours: 0,
      courses: Array.from({ length: 14 }, (_, index) => `RTI${String(index + 1).padStart(2, '0')}`),
      signedOff: 76,
      waitingDays: 0,
      finished: true,
    },
  ),
];
