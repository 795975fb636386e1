import { describe, expect, test } from 'vitest';
import { courseCode } from '../testing/build.js';
import { mapsSection, pickCourses } from './pick-courses.js';

const key = (code: string, rapidsCode = '2031') => ({ rapidsCode, course: courseCode(code) });
const [three, four, eleven] = [key('RTI03'), key('RTI04'), key('RTI11')];
const offered = [three, four, eleven, key('RTI03', '0955')];

describe('picking RTI courses for links', () => {
  test('gives an open section to the first, and parts of their own to the others', () => {
    expect(pickCourses([four, three, eleven], { offered, sectionCourse: null })).toEqual({
      ok: true,
      value: [
        { ...four, ownPart: false },
        { ...three, ownPart: true },
        { ...eleven, ownPart: true },
      ],
    });
  });
  test('leaves a section to the course that it counts as', () => {
    expect(pickCourses([four, three], { offered, sectionCourse: three })).toMatchObject({
      value: [{ ownPart: true }, { ownPart: false }],
    });
  });
  test('tells courses apart by program and code', () => {
    expect(pickCourses([key('RTI03', '0955')], { offered, sectionCourse: three })).toMatchObject({
      value: [{ rapidsCode: '0955', ownPart: true }],
    });
  });
  test('takes a course that is chosen twice once', () => {
    expect(pickCourses([three, key('RTI03')], { offered, sectionCourse: null })).toMatchObject({
      value: [{ ...three, ownPart: false }],
    });
  });
  test('refuses a course that the college does not teach, and with it all', () => {
    expect(pickCourses([three, key('RTI99')], { offered, sectionCourse: null })).toEqual({
      ok: false,
      refusal: { kind: 'course-not-offered' },
    });
  });
  test('of nothing is nothing', () => {
    expect(pickCourses([], { offered, sectionCourse: null })).toEqual({ ok: true, value: [] });
  });
});

describe('a picked link', () => {
  const pick = { course: three, copied: false };
  test('says which RTI course an open section is', () => {
    expect(mapsSection(pick, { mapped: false, offered })).toBe(true);
  });
  test.each([
    ['when somebody said so before', pick, { mapped: true, offered }],
    ['in a copy of the course', { ...pick, copied: true }, { mapped: false, offered }],
    ['when the college teaches it no more', pick, { mapped: false, offered: [four] }],
  ])('says nothing %s', (_, link, facts) => {
    expect(mapsSection(link, facts)).toBe(false);
  });
});
