import { describe, expect, test } from 'vitest';
import { fakeContents } from '../../../testing/fake-contents.js';
import { contentsOf, formOf } from './draft-form.js';

describe('the form of a draft', () => {
  test('says what the contents said, of any program', () => {
    const { terms: _, ...plain } = fakeContents();
    for (const contents of [
      fakeContents(),
      plain,
      fakeContents({ electiveGroups: [{ code: 'E1', title: 'Choice', requiredMinutes: 600 as never }] }),
      fakeContents({ courses: plain.courses.map((one) => ({ ...one, electiveGroup: 'none such' })) }),
    ])
      expect(contentsOf(formOf(contents))).toEqual(contents);
  });

  test('lets competencies follow when their process gets another code', () => {
    const form = formOf(fakeContents());
    const [first, ...others] = form.workProcesses;
    const renamed = { ...form, workProcesses: [{ ...first, code: 'WP02' } as typeof first & object, ...others] };
    const codes = contentsOf(renamed).competencies.map((one) => one.workProcess);
    expect(codes.filter((code) => code === ('WP02' as typeof code))).toHaveLength(19);
    // On to a code of its own: nothing was mixed up meanwhile.
    const onwards = { ...renamed, workProcesses: [{ ...first, code: 'OP' } as typeof first & object, ...others] };
    expect(contentsOf(onwards).competencies.filter((one) => String(one.workProcess) === 'OP')).toHaveLength(10);
  });

  test('numbers wage steps as they stand', () => {
    const form = formOf(fakeContents());
    const steps = contentsOf({ ...form, wageSteps: form.wageSteps.toReversed() }).terms?.wages?.steps;
    expect(steps?.map(({ step, title }) => [step, title])).toEqual([
      [1, 'Third'],
      [2, 'Second'],
      [3, 'Entry'],
    ]);
  });
});
