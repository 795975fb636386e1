import { describe, expect, test } from 'vitest';
import { fakeContents } from '../../../testing/fake-contents.js';
import { contentsOf, type DraftForm, formOf } from './draft-form.js';
import { changeItem, moveItem, removeItem } from './edit-form.js';

const form = () =>
  formOf(fakeContents({ electiveGroups: [{ code: 'E1', title: 'Choice', requiredMinutes: 600 as never }] }));
const keyOf = (of: DraftForm, code: string): string => {
  const found = [...of.workProcesses, ...of.competencies, ...of.courses, ...of.electiveGroups].find(
    (one) => String(one.code) === code,
  );
  if (!found) throw new Error(`there is no ${code}`);
  return found.key;
};
const codes = (items: readonly { readonly code: string }[]) => items.map((one) => one.code);

describe('editing a draft', () => {
  test('changes one item and leaves the others what they were', () => {
    const before = form();
    const after = changeItem(before, 'workProcesses', keyOf(before, 'WP02'), { title: 'Inspect' });
    expect(after.workProcesses[1]?.title).toBe('Inspect');
    expect(after.workProcesses[0]).toBe(before.workProcesses[0]);
  });

  test('moves an item by one place, and no further than the end', () => {
    const before = form();
    const after = moveItem(before, 'workProcesses', keyOf(before, 'WP01'), 1);
    expect(codes(after.workProcesses).slice(0, 3)).toEqual(['WP02', 'WP01', 'WP03']);
    expect(moveItem(before, 'workProcesses', keyOf(before, 'WP01'), -1)).toBe(before);
  });

  test('moves a competency among those of its process only', () => {
    const before = form();
    const after = moveItem(before, 'competencies', keyOf(before, 'WP02.2'), -1);
    expect(codes(after.competencies.filter((one) => one.process === keyOf(before, 'WP02'))).slice(0, 2)).toEqual([
      'WP02.2',
      'WP02.1',
    ]);
    expect(moveItem(before, 'competencies', keyOf(before, 'WP02.1'), -1)).toBe(before);
  });

  test('takes the competencies of a process along, and puts all of it back', () => {
    const before = form();
    const { form: after, removed } = removeItem(before, 'workProcesses', keyOf(before, 'WP01'));
    expect(removed.name).toBe('WP01 and its competencies');
    expect(after.competencies).toHaveLength(before.competencies.length - 10);
    const back = removed.putBack(after);
    expect(codes(back.workProcesses)).toEqual(codes(before.workProcesses));
    expect(codes(back.competencies).toSorted()).toEqual(codes(before.competencies).toSorted());
  });

  test('makes courses of a removed group required, until it is put back', () => {
    const before = form();
    const chosen = changeItem(before, 'courses', keyOf(before, 'RTI11'), { group: keyOf(before, 'E1') });
    const { form: after, removed } = removeItem(chosen, 'electiveGroups', keyOf(chosen, 'E1'));
    const groupOf = (of: DraftForm) =>
      contentsOf(of).courses.find((one) => String(one.code) === 'RTI11')?.electiveGroup;
    expect(groupOf(chosen)).toBe('E1');
    expect(groupOf(after)).toBeUndefined();
    expect(groupOf(removed.putBack(after))).toBe('E1');
  });
});
