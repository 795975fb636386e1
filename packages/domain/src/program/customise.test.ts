import { describe, expect, test } from 'vitest';
import type { CustomChange, Customisation } from './customisation.js';
import { applyCustomisation, changesFor, signedCodes } from './customisation.js';
import { customise } from './customise.js';
import { progress } from '../record/progress.js';
import { totals } from '../record/totals.js';
import {
  competency,
  competencyAttested,
  competencyCode,
  courseCode,
  employerActor,
  foundry,
  imt,
  otherEmployer,
  processCode,
  rtiHoursCredited,
  sponsorActor,
  standardId,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';
import { hours } from '../units.js';

const none: Customisation = { standard: standardId(1), employer: foundry, edition: 1, changes: [] };
const custom = (change: CustomChange, given = none, standard = imt()) =>
  customise(employerActor, given, change, { standard, shownEdition: given.edition });
const nobodySigned: ReadonlySet<string> = new Set();

const added = competency({
  code: competencyCode('WP06.91'),
  workProcess: processCode('WP06'),
  title: 'Pour aluminium',
});
const named: CustomChange = { kind: 'local-process-named', workProcess: processCode('WP06'), title: 'Foundry work' };
const adds: CustomChange = { kind: 'competency-added', competency: added };
const rewords: CustomChange = {
  kind: 'competency-reworded',
  competency: competencyCode('WP01.01'),
  title: 'Start line 3',
};
const setsAside: CustomChange = {
  kind: 'competency-set-aside',
  competency: competencyCode('WP06.91'),
  reason: 'No furnace at this site',
};
const sector: CustomChange = {
  kind: 'sector-courses-named',
  course: courseCode('RTI01'),
  parts: [
    { code: courseCode('RTI01.1'), title: 'Casting', requiredMinutes: hours(18) },
    { code: courseCode('RTI01.2'), title: 'Sand', requiredMinutes: hours(12) },
  ],
};

describe('customising', () => {
  test('keeps the changes in order, one edition on each', () => {
    const twice = accepted(custom(adds, accepted(custom(named))));
    expect(twice).toEqual({ ...none, edition: 3, changes: [named, adds] });
  });
  test("gives the employer's apprentices their own Job Book", () => {
    const own = applyCustomisation(imt(), [named, adds, rewords, sector], nobodySigned);
    expect(own.workProcesses[5]).toMatchObject({ code: 'WP06', title: 'Foundry work', requiredMinutes: hours(136) });
    expect(own.competencies.at(-1)).toEqual(added);
    expect(own.competencies[0]?.title).toBe('Start line 3');
    expect(own.courses.slice(0, 3).map((one) => [one.code, one.requiredMinutes, one.local])).toEqual([
      ['RTI01.1', hours(18), true],
      ['RTI01.2', hours(12), true],
      ['RTI02', hours(28), false],
    ]);
  });
  test('changes no total of the program', () => {
    const own = applyCustomisation(imt(), [named, sector], nobodySigned);
    const { ojt, rti } = progress(own, [], new Map());
    expect([ojt.requiredMinutes, rti.requiredMinutes]).toEqual([hours(2_736), hours(264)]);
  });
});

describe('signed work', () => {
  test('of a sector course taken as a whole is not divided', () => {
    const signed = totals([rtiHoursCredited({ course: courseCode('RTI01'), minutes: hours(30) })]);
    const own = applyCustomisation(imt(), [sector], signedCodes(signed));
    expect(progress(own, signed, new Map()).courses[0]).toMatchObject({ code: 'RTI01', leftMinutes: 0 });
  });
  test('of a skill with the code of a sector course leaves the course to be divided', () => {
    const signed = totals([competencyAttested({ competency: competencyCode('RTI01') })]);
    const own = applyCustomisation(imt(), [sector], signedCodes(signed));
    expect(own.courses[0]?.code).toBe('RTI01.1');
  });
  test('stays signed when the skill is reworded, and in the Job Book when it is set aside', () => {
    const signed = totals([competencyAttested()]);
    const asides: CustomChange = { ...setsAside, competency: competencyCode('WP01.01') };
    const own = applyCustomisation(imt(), [rewords, asides], signedCodes(signed));
    expect(progress(own, signed, new Map()).competencies).toEqual({ required: 11, signedOff: 1 });
  });
  test('of others leaves a skill set aside for whoever has not signed it', () => {
    const asides: CustomChange = { ...setsAside, competency: competencyCode('WP01.01') };
    expect(applyCustomisation(imt(), [asides], nobodySigned).competencies).toHaveLength(10);
  });
  test('is never touched by adding', () => {
    const signed = totals([competencyAttested()]);
    const own = applyCustomisation(imt(), [adds], signedCodes(signed));
    expect(progress(own, signed, new Map()).competencies).toEqual({ required: 12, signedOff: 1 });
  });
});

describe('customising refuses', () => {
  test.each([
    ['to name a process that is not local', { ...named, workProcess: processCode('WP01') }, 'not-local'],
    ['a blank title', { ...named, title: ' ' }, 'title-missing'],
    ['to divide a course that is not local', { ...sector, course: courseCode('RTI02') }, 'not-local'],
    ['sector courses of fewer hours', { ...sector, parts: sector.parts.slice(1) }, 'sector-hours-differ'],
    ['sector courses of the same code', { ...sector, parts: [sector.parts[0]!, sector.parts[0]!] }, 'code-taken'],
    [
      'a sector course of no time',
      { ...sector, parts: [...sector.parts, { code: courseCode('RTI01.3'), title: 'x', requiredMinutes: hours(0) }] },
      'minutes-not-positive',
    ],
    [
      'a sector course with the code of another',
      { ...sector, parts: [{ code: courseCode('RTI02'), title: 'x', requiredMinutes: hours(30) }] },
      'code-taken',
    ],
    ['a skill whose code is taken', { ...adds, competency: competency() }, 'code-taken'],
    ['a skill without a title', { ...adds, competency: { ...added, title: '' } }, 'title-missing'],
    [
      'a skill of a process that is not there',
      { ...adds, competency: { ...added, workProcess: processCode('X') } },
      'unknown-work-process',
    ],
    ['a skill at a level off the scale', { ...adds, competency: { ...added, requiredLevel: 9 } }, 'level-not-on-scale'],
    ['to reword what is not there', { ...rewords, competency: competencyCode('X') }, 'unknown-competency'],
    ['to set aside what is not there', { ...setsAside, competency: competencyCode('X') }, 'unknown-competency'],
    [
      'to set aside the last skill of a process',
      { ...setsAside, competency: competencyCode('WP01.01') },
      'last-competency',
    ],
  ] as const satisfies readonly (readonly [string, CustomChange, string])[])('%s', (_, change, kind) => {
    expect(refusalOf(custom(change))).toBe(kind);
  });
  test('to set a skill aside without a reason, and to use its code again afterwards', () => {
    const own = accepted(custom(adds));
    const [first = competency()] = imt().competencies;
    const second = accepted(
      custom(
        { ...adds, competency: { ...first, code: competencyCode('WP06.92'), workProcess: processCode('WP06') } },
        own,
      ),
    );
    expect(refusalOf(custom({ ...setsAside, reason: '' }, second))).toBe('reason-missing');
    expect(refusalOf(custom(adds, accepted(custom(setsAside, second))))).toBe('code-taken');
  });
  test('another employer, the sponsor, and what was changed meanwhile', () => {
    const facts = { standard: imt(), shownEdition: 1 };
    expect(refusalOf(customise(otherEmployer, none, named, facts))).toBe('not-their-job-book');
    expect(refusalOf(customise(sponsorActor, none, named, facts))).toBe('not-their-job-book');
    expect(refusalOf(customise(employerActor, { ...none, edition: 2 }, named, facts))).toBe('changed-since-shown');
  });
  test('nothing of the last skill where time alone counts', () => {
    expect(custom({ ...setsAside, competency: competencyCode('WP01.01') }, none, imt('time')).ok).toBe(true);
  });
});

describe('with another employer of the program', () => {
  const of = (own: boolean) => (change: CustomChange) => ({ own, change });
  const left = [named, adds, rewords, sector].map(of(false));
  test('nothing goes along that is not signed', () => {
    expect(changesFor(left, nobodySigned)).toEqual([]);
  });
  test('a signed skill that the employer left had added stays in the Job Book', () => {
    const signed = signedCodes(totals([competencyAttested({ competency: added.code })]));
    expect(changesFor([...left, of(true)(setsAside)], signed)).toEqual([adds, setsAside]);
    expect(applyCustomisation(imt(), changesFor(left, signed), signed).competencies).toContainEqual(added);
  });
  test('a sector course with one part credited stays divided as it was', () => {
    const signed = signedCodes(totals([rtiHoursCredited({ course: courseCode('RTI01.2'), minutes: hours(12) })]));
    expect(changesFor(left, signed)).toEqual([sector]);
    const theirs: CustomChange = {
      ...sector,
      parts: [{ code: courseCode('RTI01.7'), title: 'Rolling', requiredMinutes: hours(30) }],
    };
    const own = applyCustomisation(imt(), changesFor([...left, of(true)(theirs)], signed), signed);
    expect(own.courses.slice(0, 2).map((one) => one.code)).toEqual(['RTI01.1', 'RTI01.2']);
  });
  test('a part that was divided again goes along once anything in it is credited', () => {
    const again: CustomChange = {
      ...sector,
      course: courseCode('RTI01.1'),
      parts: [{ code: courseCode('RTI01.1.1'), title: 'Patterns', requiredMinutes: hours(18) }],
    };
    const signed = signedCodes(totals([rtiHoursCredited({ course: courseCode('RTI01.1.1'), minutes: hours(5) })]));
    expect(changesFor([sector, again].map(of(false)), signed)).toEqual([sector, again]);
  });
  test.each([
    ['skill', adds, 'WP06.91'],
    ['part of a course', sector, 'RTI01.2'],
  ] as const)('no %s may take a code that another employer has given', (_, change, code) => {
    const facts = { standard: imt(), shownEdition: 1, takenCodes: new Set([code]) };
    expect(refusalOf(customise(employerActor, none, change, facts))).toBe('code-taken');
  });
});
