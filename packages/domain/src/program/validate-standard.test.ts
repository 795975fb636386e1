import { describe, expect, test } from 'vitest';
import { validateStandard } from './validate-standard.js';
import { competency, course, courseCode, processCode, standard, workProcess } from '../testing/build.js';
import { hours } from '../units.js';
import type { Standard } from './standard.js';

const faults = (overrides: Partial<Standard>) =>
  validateStandard(standard(overrides)).map(({ kind, field }) => [kind, field]);

/** Hours of domain.md §2.2, in the order of the table. */
const imtProcessHours = [1_000, 500, 200, 200, 200, 136, 100, 100, 100, 100, 100];
const imtCourseHours = [30, 28, 24, 24, 24, 24, 24, 20, 16, 16, 10, 8, 8, 8];

describe('a standard without a fault', () => {
  test('is the one that the other tests are built on', () => {
    expect(validateStandard(standard())).toEqual([]);
  });
  test('is the schedule of the Industrial Manufacturing Technician: 2,736 h and 264 h', () => {
    const imt = standard({
      ojtMinutes: hours(2_736),
      rtiMinutes: hours(264),
      workProcesses: imtProcessHours.map((required, index) =>
        workProcess({ code: processCode(`WP${String(index + 1).padStart(2, '0')}`), requiredMinutes: hours(required) }),
      ),
      courses: imtCourseHours.map((required, index) =>
        course({ code: courseCode(`RTI${index + 1}`), requiredMinutes: hours(required) }),
      ),
    });
    expect(validateStandard(imt)).toEqual([]);
  });
  test('may have two courses with nearly the same name', () => {
    const courses = [
      course({ code: courseCode('RTI04'), title: 'Measurements and Computations Using Gauges and Tools' }),
      course({ code: courseCode('RTI05'), title: 'Measurements, Gauges and Tools' }),
    ];
    expect(validateStandard(standard({ courses, rtiMinutes: hours(48) }))).toEqual([]);
  });
});

describe('a fault of a standard is', () => {
  test('a total that its processes do not add up to', () => {
    expect(validateStandard(standard({ ojtMinutes: hours(2_000) }))).toEqual([
      {
        kind: 'total-differs',
        field: 'ojtMinutes',
        message: 'The parts add up to 1136 h, the total says 2000 h.',
      },
    ]);
  });
  test('a total that its courses do not add up to', () => {
    expect(faults({ rtiMinutes: hours(144) })).toEqual([['total-differs', 'rtiMinutes']]);
  });
  test('a work process that stands twice', () => {
    expect(faults({ workProcesses: [workProcess(), workProcess()], ojtMinutes: hours(2_000) })).toEqual([
      ['duplicate-code', 'workProcesses'],
    ]);
  });
  test('a course that stands twice', () => {
    expect(faults({ courses: [course(), course()], rtiMinutes: hours(48) })).toEqual([['duplicate-code', 'courses']]);
  });
  test('a competency that stands twice', () => {
    expect(faults({ competencies: [competency(), competency()] })).toEqual([['duplicate-code', 'competencies']]);
  });
  test('a competency of a work process that is not listed', () => {
    expect(faults({ competencies: [competency({ workProcess: processCode('WP99') })] })).toEqual([
      ['unknown-work-process', 'WP01.01'],
    ]);
  });
  test('a competency whose level is not on the scale', () => {
    expect(faults({ competencies: [competency({ requiredLevel: 7 })] })).toEqual([['level-not-on-scale', 'WP01.01']]);
  });
  test.each([0, -1])('a work process that requires %i hours', (required) => {
    const other = workProcess({ code: processCode('WP02'), requiredMinutes: hours(10) });
    const workProcesses = [workProcess({ requiredMinutes: hours(required) }), other];
    expect(faults({ workProcesses, ojtMinutes: hours(10 + required) })).toEqual([['minutes-not-positive', 'WP01']]);
  });
  test('a course that requires no time', () => {
    const courses = [course({ requiredMinutes: hours(0) }), course({ code: courseCode('RTI11') })];
    expect(faults({ courses, rtiMinutes: hours(24) })).toEqual([['minutes-not-positive', 'RTI03']]);
  });
});

describe('a process that nobody could finish is a fault', () => {
  test.each([
    ['at most 100 h may count of the 200 h it requires', { maximumMinutes: hours(100) }],
    ['at least 300 h must be worked of which 200 h count', { minimumMinutes: hours(300) }],
  ])('because %s', (_, limits) => {
    const workProcesses = [workProcess({ requiredMinutes: hours(200), ...limits })];
    expect(faults({ workProcesses, ojtMinutes: hours(200) })).not.toEqual([]);
  });
});

test('all faults are listed at once', () => {
  expect(
    faults({
      ojtMinutes: hours(1),
      competencies: [competency({ requiredLevel: 7, workProcess: processCode('WP99') })],
    }),
  ).toHaveLength(3);
});
