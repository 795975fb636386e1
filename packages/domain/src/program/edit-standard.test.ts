import { describe, expect, test } from 'vitest';
import { draftFrom, editStandard } from './edit-standard.js';
import { employerActor, imt, sponsorActor, standardId, standardVersion } from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

describe('editing a standard', () => {
  const edited = imt('time', { id: standardId(7), version: '2026.2' });

  test('replaces the contents of a draft under its own id, one edition on', () => {
    expect(editStandard(sponsorActor, standardVersion(), { standard: edited, shownEdition: 1 })).toEqual({
      ok: true,
      value: standardVersion({ edition: 2, standard: { ...edited, id: standardId(1) } }),
    });
  });
  test.each([
    ['a published version', sponsorActor, standardVersion({ status: 'published' }), 1, 'published-never-changes'],
    ['what somebody else changed meanwhile', sponsorActor, standardVersion({ edition: 2 }), 1, 'changed-since-shown'],
    ['the employer', employerActor, standardVersion(), 1, 'not-their-program'],
  ] as const)('is refused to %s', (...[, who, version, shownEdition, kind]) => {
    expect(refusalOf(editStandard(who, version, { standard: edited, shownEdition }))).toBe(kind);
  });
});

test('a new version begins as a draft with the contents of another', () => {
  const published = standardVersion({ status: 'published', edition: 9 });
  expect(draftFrom(published, { id: standardId(2), version: '2027.1' })).toEqual(
    standardVersion({ standard: imt('hybrid', { id: standardId(2), version: '2027.1' }) }),
  );
});
