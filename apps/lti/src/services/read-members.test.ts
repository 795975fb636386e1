import { describe, expect, test } from 'vitest';
import { PlatformError } from '../protocol/platform-error.js';
import { moodleCapture } from '../testing/captures.js';
import { parseMembers } from './read-members.js';

const page = (...members: object[]) => JSON.stringify({ members });

describe('a page of members', () => {
  test.each(['nrps-members-page-1', 'nrps-members-rlid'])('is read as Moodle sends it: %s', (name) => {
    const members = parseMembers(JSON.stringify(moodleCapture(name).body));
    expect(members[0]).toEqual({
      subject: '4',
      name: 'Stu1 Dent1',
      email: 'student1@college.example.edu',
      sisId: 'SIS-student1',
      role: 'learner',
    });
  });

  test('may hold nothing but ids', () => {
    expect(parseMembers(page({ user_id: 'a', roles: [] }))).toEqual([
      { subject: 'a', name: null, email: null, sisId: null, role: 'visitor' },
    ]);
  });

  test('leaves out who is not active, however that is spelled', () => {
    const members = [undefined, 'Active', 'active', 'Inactive', 'DELETED'].map((status, at) => ({
      user_id: `${at}`,
      roles: [],
      status,
    }));
    expect(parseMembers(page(...members)).map(({ subject }) => subject)).toEqual(['0', '1', '2']);
  });

  test('shows names without Moodle’s HTML', () => {
    expect(parseMembers(page({ user_id: 'a', roles: [], name: 'Sean O&#039;Brien &amp; Son' }))[0]?.name).toBe(
      "Sean O'Brien & Son",
    );
  });

  test.each([
    ['a web page', '<!doctype html><p>Maintenance', 'configuration'],
    ['half an answer', '{"members":[{"user_id":', 'retry'],
    ['no members', '{}', 'configuration'],
    ['somebody without an id', page({ roles: [] }), 'configuration'],
  ])('is no page with %s', (_what, body, kind) => {
    const read = () => parseMembers(body);
    expect(read).toThrow(PlatformError);
    expect(read).toThrow(expect.objectContaining({ kind }));
  });
});
