import { describe, expect, test } from 'vitest';
import { findColumns } from './results-columns.js';

const found = (...header: string[]) => {
  const columns = findColumns(header);
  return columns.ok ? Object.fromEntries([...columns.found].map(([column, { at }]) => [column, at])) : columns.messages;
};

describe('the columns of a gradebook file', () => {
  test('are known by the headings of Canvas and of Moodle, whatever their case and signs', () => {
    const canvas = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Current Score', 'Final Score'];
    expect(found(...canvas)).toEqual({ name: 0, number: 2, grade: 6 });
    const moodle = ['First name', 'Last name', 'ID number', 'Email address', 'Course total (Percentage)'];
    expect(found(...moodle)).toEqual({ 'first-name': 0, 'last-name': 1, number: 2, email: 3, grade: 4 });
    expect(found('E-MAIL', 'attended_hours')).toEqual({ email: 0, attended: 1 });
  });
  test('take the more telling of two that mean the same', () => {
    expect(found('Name', 'Score', 'Grade')).toEqual({ name: 0, grade: 2 });
  });
  test('of points are none: a grade is in percent', () => {
    expect(found('Name', 'Course total (Real)')).toHaveLength(1);
  });
  test('say what is missing and what stands twice, all at once', () => {
    expect(found('Remarks')).toHaveLength(2);
    expect(found('Name', 'Grade', 'grade')).toEqual(['The column Grade stands twice; keep one.']);
  });
});
