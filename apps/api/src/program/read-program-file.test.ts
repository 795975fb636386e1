import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StandardId } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { readProgramFile } from './read-program-file.js';

const file = fileURLToPath(new URL('../../programs/imt.yaml', import.meta.url));
const id = 'imt' as StandardId;
const imt = () => readProgramFile(file, id);

/** reference/domain.md §2.2, by hand: hours of the eleven work processes and the fourteen courses. */
const workProcesses = [
  ['Operate production equipment', 1000],
  ['Produce products that meet or exceed quality standards', 500],
  ['Interpret technical information', 200],
  ['Measure/inspect work using mechanical tools and testing equipment', 200],
  ['Set up production equipment', 200],
  ['Local options (industry-specific)', 136],
  ['Demonstrate continuous improvement (lean, Six Sigma)', 100],
  ['Demonstrate knowledge of electrical and/or mechanical maintenance', 100],
  ['Demonstrate knowledge of inventory and material processes', 100],
  ['Demonstrate knowledge of trends and current state of business', 100],
  ['Protect self and other workers from accidents and injuries', 100],
];
const courses = [
  ['Industry sector-specific courses', 30],
  ['Quality Assurance and Continuous Improvement', 28],
  ['Manufacturing 101', 24],
  ['Measurements and Computations Using Gauges and Tools', 24],
  ['Measurements, Gauges and Tools', 24],
  ['Mechanical Knowledge', 24],
  ['Tool Basics for Machine Operator', 24],
  ['Safety for Manufacturing', 20],
  ['Blueprint Reading', 16],
  ['Manufacturing 2', 16],
  ['Industrial Math', 10],
  ['Communication Skills', 8],
  ['Digital Literacy', 8],
  ['Transition to Trainer', 8],
];

describe('the IMT program', () => {
  test('has its eleven work processes and 2,736 hours on the job', () => {
    expect(imt().workProcesses.map((one) => [one.title, one.requiredMinutes / 60])).toEqual(workProcesses);
    expect(imt().ojtMinutes).toBe(2736 * 60);
  });

  test('has its fourteen courses and 264 hours of instruction', () => {
    expect(imt().courses.map((one) => [one.title, one.requiredMinutes / 60])).toEqual(courses);
    expect(imt().rtiMinutes).toBe(264 * 60);
  });

  test('has the starter Job Book of 76 competencies, still to be reviewed by the employer', () => {
    expect(imt().competencies).toHaveLength(76);
    expect(imt().jobBookStatus).toBe('template-unverified');
    expect(imt().competencies.find((one) => one.code === 'WP05.06')).toMatchObject({
      workProcess: 'WP05',
      title: 'Run first-piece and obtain approval',
      requiredLevel: 3,
    });
  });
});

describe('a program file with faults', () => {
  const changed = (from: string, to: string) => {
    const copy = path.join(mkdtempSync(path.join(tmpdir(), 'program-')), 'program.yaml');
    writeFileSync(copy, readFileSync(file, 'utf8').replace(from, to));
    return () => readProgramFile(copy, id);
  };

  test.each([
    [
      'hours that do not add up',
      'hours: 1000',
      'hours: 999',
      /ojtMinutes: The parts add up to 2735 h, the total says 2736 h/,
    ],
    ['a code that stands twice', 'code: RTI05', 'code: RTI04', /courses: RTI04 stands twice/],
    ['a missing title', 'title: Set up production equipment', 'name: Set up', /work_processes\.4\.title/],
    ['an unknown approach', 'approach_default: hybrid', 'approach_default: fast', /occupation\.approach_default/],
  ])('names %s', (_, from, to, message) => {
    expect(changed(from, to)).toThrow(message);
  });
});
