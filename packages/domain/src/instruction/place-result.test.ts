import { describe, expect, test } from 'vitest';
import { ada, grace, irene } from '../testing/build.js';
import { placeResult } from './place-result.js';
import { indexCandidates } from './suggest-match.js';

const index = indexCandidates([
  { person: ada, name: 'Ada Lopez', email: 'ada@people.example', studentId: 'S-1' },
  { person: grace, name: 'Sam Kim', email: null, studentId: null },
  { person: irene, name: 'Sam Kim', email: 'sam@people.example', studentId: null },
]);
const place = (details: Partial<Parameters<typeof placeResult>[1]>) =>
  placeResult(index, { sisId: null, email: null, name: null, ...details });

describe('a line of a gradebook file is about', () => {
  test('whose student number, else address, else name it has', () => {
    expect(place({ sisId: ' s-1 ', email: 'sam@people.example' })).toEqual({ kind: 'learner', person: ada });
    expect(place({ sisId: 'S-9', email: 'SAM@people.example' })).toEqual({ kind: 'learner', person: irene });
    expect(place({ name: 'ada lopez' })).toEqual({ kind: 'learner', person: ada });
  });
  test('nobody, when no learner fits or nothing is said', () => {
    expect([place({ name: 'Bo Other' }), place({})]).toEqual([{ kind: 'nobody' }, { kind: 'nobody' }]);
  });
  test('nobody in particular, when two have the name', () => {
    expect(place({ name: 'Sam Kim' })).toEqual({ kind: 'several' });
  });
});
