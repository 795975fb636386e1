import { expect, test } from 'vitest';
import type { Transfer } from './transfer-apprentice.js';
import { transferApprentice } from './transfer-apprentice.js';
import { federalPolicy } from '../program/agency-policies.js';
import {
  apprenticeship,
  day,
  mentorActor,
  now,
  recordEntryId,
  sponsorActor,
  statusChanged,
  today,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const transferring = (transfer: Partial<Transfer> = {}, who: typeof sponsorActor = sponsorActor) =>
  transferApprentice(
    who,
    {
      effectiveOn: day('2026-03-02'),
      reason: 'Moved to another county',
      toRapidsCode: '2031',
      agreedByApprenticeOn: day('2026-03-01'),
      transcriptGivenOn: day('2026-03-02'),
      ...transfer,
    },
    {
      apprenticeship: apprenticeship(),
      history: [statusChanged()],
      agency: federalPolicy,
      holidays: new Set(),
      rapidsCode: '2031',
      today,
      now,
      recordEntry: recordEntryId(42),
    },
  );

test('a transfer ends this agreement and is reported', () => {
  expect(transferring()).toMatchObject({
    ok: true,
    value: {
      apprenticeship: { status: 'transferred' },
      change: { agreedByApprenticeOn: '2026-03-01', transcriptGivenOn: '2026-03-02' },
      report: { event: 'transferred' },
    },
  });
});

test.each([
  ['to another occupation', { toRapidsCode: '0153' }, sponsorActor, 'another-occupation'],
  ['that the apprentice did not agree to', { agreedByApprenticeOn: null }, sponsorActor, 'not-agreed-by-apprentice'],
  ['without a transcript', { transcriptGivenOn: null }, sponsorActor, 'transcript-missing'],
  ['with a transcript to come', { transcriptGivenOn: day('2026-03-05') }, sponsorActor, 'future-date'],
  ['with an agreement to come', { agreedByApprenticeOn: day('2026-03-05') }, sponsorActor, 'future-date'],
  ['by a mentor', {}, mentorActor, 'not-their-decision'],
] as const)('a transfer is refused %s', (_, transfer, who, kind) => {
  expect(refusalOf(transferring(transfer, who))).toBe(kind);
});
