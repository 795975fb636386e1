import type { CustomChangeView, CustomisationView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { fakeContents } from '../../../testing/fake-contents.js';
import { jobBookParts } from './job-book-lines.js';

const program = fakeContents();
const [first] = program.competencies;

const made = (...changes: unknown[]): CustomisationView['changes'] =>
  changes.map((change) => ({ change: change as CustomChangeView, by: { id: '1', name: 'Erin' }, at: '' as never }));

describe('the Job Book as an employer has it', () => {
  test('tells what is reworded, added and set aside from what the program says', () => {
    if (!first) throw new Error('the fake program has competencies');
    const contents = {
      ...program,
      competencies: [
        { ...first, title: 'Start line 2' },
        { ...first, code: 'X1' as typeof first.code, title: 'Core making' },
        ...program.competencies.slice(2),
      ],
    };
    const changes = made(
      { kind: 'competency-reworded', competency: first.code, title: 'Start line 2' },
      { kind: 'competency-added', competency: { ...first, code: 'X1', title: 'Core making' } },
      { kind: 'competency-set-aside', competency: 'WP01.2', reason: 'no press here' },
    );
    const [part] = jobBookParts({ contents, changes }, program);
    expect(part?.lines.slice(0, 2).map(({ competency, before, added }) => [competency.title, before, added])).toEqual([
      ['Start line 2', first.title, false],
      ['Core making', null, true],
    ]);
    expect(part?.setAside).toMatchObject([{ code: 'WP01.2', reason: 'no press here' }]);
  });
});
