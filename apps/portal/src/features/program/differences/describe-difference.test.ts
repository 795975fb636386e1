import type { StandardDifferenceView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { nameDifference, nameField, showValue } from './describe-difference.js';

describe('a difference between two versions', () => {
  test.each([
    ['requiredMinutes', 54_000, '900 h'],
    ['journeyworkerCentsPerHour', 2_650, '$26.50'],
    ['percent', 62.5, '62.5\u00a0%'],
    ['local', true, 'yes'],
    ['maximumMinutes', null, 'none'],
    ['approach', 'hybrid', 'hybrid'],
    ['evaluation', 'work-sample', 'work sample'],
    ['termMonths', 18, '18'],
    ['title', 'Industrial Math', 'Industrial Math'],
  ] as const)('shows %s %s as %s', (field, value, shown) => {
    expect(showValue(field, value)).toBe(shown);
  });

  test('is named by code and title', () => {
    const difference = { subject: 'course', code: 'RTI11', title: 'Industrial Math' } as StandardDifferenceView;
    expect(nameDifference(difference)).toBe('RTI11 Industrial Math');
    expect(nameDifference({ ...difference, subject: 'terms', code: 'rtiMinutes', title: '' })).toBe('Instruction');
    expect(nameDifference({ ...difference, subject: 'wage-step', code: '2', title: 'Second' })).toBe('Step 2 Second');
  });

  test('names every number of an agency’s policy', () => {
    expect(nameField('agency.reporting.registered.days')).toBe('Agency: registered is reported within, days');
    expect(nameField('agency.minimumAge')).toBe('Agency: least age');
    expect(showValue('agency.minimumWageCents', 725)).toBe('$7.25');
    expect(showValue('agency.standing.percentOfOjt', 50)).toBe('50\u00a0%');
    expect(showValue('agency.reporting.registered.count', 'business')).toBe('business days');
    expect(showValue('agency.instructionPerYear.minutes', 8_640)).toBe('144 h');
  });

  test('keeps the name of a field that has no other', () => {
    expect(nameField('colour')).toBe('colour');
  });
});
