import { describe, expect, test } from 'vitest';
import { accepted, refusalOf } from '../testing/accepted.js';
import { actor, college, council, courseCode, day, elsewhere, foundry, irene, stranger } from '../testing/build.js';
import { createSection, teachSection } from './teach-section.js';

const section = { college, teacher: irene };

describe('a section without a learning platform', () => {
  test('is its teacher’s, and the college’s', () => {
    expect(accepted(teachSection(actor(irene, { role: 'instructor', organization: college }), section))).toBe(
      'teacher',
    );
    const dean = actor(stranger, { role: 'college-admin', organization: college });
    expect(accepted(teachSection(dean, section))).toBe('college');
  });
  test.each([
    ['who taught it and is no instructor there any more', actor(irene)],
    ['its teacher, as an instructor elsewhere only', actor(irene, { role: 'instructor', organization: elsewhere })],
    ['another instructor of the college', actor(stranger, { role: 'instructor', organization: college })],
    ['another college’s administrator', actor(stranger, { role: 'college-admin', organization: elsewhere })],
    ['the sponsor', actor(stranger, { role: 'sponsor-admin', organization: council })],
    ['the employer', actor(stranger, { role: 'employer-admin', organization: foundry })],
  ] as const)('is nobody else’s: %s', (_, who) => {
    expect(refusalOf(teachSection(who, section))).toBe('not-found');
  });
});

describe('a section is begun', () => {
  const course = courseCode('RTI03');
  const offered = [{ rapidsCode: '2031', code: course }];
  const asked = { college, rapidsCode: '2031', course, startsOn: day('2026-03-02'), endsOn: day('2026-05-29') };
  const instructor = actor(irene, { role: 'instructor', organization: college });

  test.each([
    ['an instructor of the college', instructor],
    ['its administrator', actor(stranger, { role: 'college-admin', organization: college })],
  ] as const)('by %s', (_, who) => {
    expect(accepted(createSection(who, asked, offered))).toEqual(asked);
  });
  test('and may last one day', () => {
    expect(createSection(instructor, { ...asked, endsOn: asked.startsOn }, offered).ok).toBe(true);
  });
  test('but not by others, of another course, or backwards', () => {
    const outside = actor(irene, { role: 'instructor', organization: elsewhere });
    expect(refusalOf(createSection(outside, asked, offered))).toBe('not-found');
    expect(refusalOf(createSection(instructor, { ...asked, rapidsCode: '9999' }, offered))).toBe('course-not-offered');
    expect(refusalOf(createSection(instructor, { ...asked, course: courseCode('RTI11') }, offered))).toBe(
      'course-not-offered',
    );
    expect(refusalOf(createSection(instructor, { ...asked, endsOn: day('2026-03-01') }, offered))).toBe(
      'section-ends-before-it-begins',
    );
  });
});
