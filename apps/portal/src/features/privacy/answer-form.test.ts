import { questionOf } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { chooseAmong, isSameChoice } from './answer-form.js';

const race = questionOf('race');

describe('choosing several answers', () => {
  test('keeps each that is ticked', () => {
    expect(chooseAmong(race, ['asian'], ['asian', 'white'])).toEqual(['asian', 'white']);
    expect(chooseAmong(race, ['asian', 'white'], ['white'])).toEqual(['white']);
  });
  test('gives them all up for "I do not wish to answer", and that for any of them', () => {
    expect(chooseAmong(race, ['asian'], ['asian', 'declined'])).toEqual(['declined']);
    expect(chooseAmong(race, ['declined'], ['declined', 'white'])).toEqual(['white']);
  });
});

test('a choice is the same in whatever order', () => {
  expect(isSameChoice(['asian', 'white'], ['white', 'asian'])).toBe(true);
  expect(isSameChoice(['asian'], [])).toBe(false);
});
