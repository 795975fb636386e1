import { describe, expect, test } from 'vitest';
import { distinctTitles, readSkillList } from './read-skill-list.js';

describe('the skills of one cell', () => {
  test.each([
    ['Read gauges', ['Read gauges']],
    ['Respect the property of clients; and', ['Respect the property of clients']],
    ['a. Lift safely; b. Wear equipment;', ['Lift safely', 'Wear equipment']],
    ['(1) Cut; 2) Weld; and Grind', ['Cut', 'Weld', 'Grind']],
    ['Solder; and c. Braze', ['Solder', 'Braze']],
    ['A. one skill that only begins so', ['A. one skill that only begins so']],
    [' ; ; ', []],
    ['', []],
  ])('in %j are %j', (text, skills) => {
    expect(readSkillList(text)).toEqual(skills);
  });

  test('are told apart whatever their case', () => {
    expect(distinctTitles(['Weld', 'weld', 'Cut', 'WELD'])).toEqual(['Weld', 'Cut']);
  });
});
