import { describe, expect, test } from 'vitest';
import { publishStandard } from './publish-standard.js';
import { imt, mentorActor, otherSponsor, sponsorActor, standardVersion } from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';
import { hours } from '../units.js';

const facts = { shownEdition: 1, publishedVersions: ['2025.1'] };

describe('publishing a standard', () => {
  test('makes it a version that never changes', () => {
    expect(publishStandard(sponsorActor, standardVersion(), facts)).toEqual({
      ok: true,
      value: { version: standardVersion({ status: 'published' }), warnings: [] },
    });
  });
  test('answers the warnings that remain', () => {
    const draft = standardVersion({ standard: imt('hybrid', { termMonths: 36 }) });
    expect(publishStandard(sponsorActor, draft, facts)).toMatchObject({
      ok: true,
      value: { warnings: [{ kind: 'instruction-below-year' }] },
    });
  });
  test('is refused with every error and without the warnings', () => {
    const faulty = standardVersion({ standard: imt('hybrid', { termMonths: 36, ojtMinutes: hours(1) }) });
    const answer = publishStandard(sponsorActor, faulty, facts);
    expect(answer).toMatchObject({
      ok: false,
      refusal: { kind: 'standard-faulty', findings: [{ severity: 'error', kind: 'total-differs' }] },
    });
  });
  test.each([
    ['twice', sponsorActor, standardVersion({ status: 'published' }), 'published-never-changes'],
    ['as it was not shown', sponsorActor, standardVersion({ edition: 2 }), 'changed-since-shown'],
    ['by a mentor', mentorActor, standardVersion(), 'not-their-program'],
    ['by another sponsor', otherSponsor, standardVersion(), 'not-their-program'],
    [
      'under a version that is taken',
      sponsorActor,
      standardVersion({ standard: imt('hybrid', { version: '2025.1' }) }),
      'version-taken',
    ],
  ] as const)('is refused %s', (...[, who, version, kind]) => {
    expect(refusalOf(publishStandard(who, version, facts))).toBe(kind);
  });
});
