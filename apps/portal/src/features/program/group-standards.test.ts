import type { StandardSummary } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { groupStandards } from './group-standards.js';

const version = (title: string, rapidsCode: string, version: string, at: string) =>
  ({
    sponsor: { id: 's', name: 'Council' },
    occupation: { title, rapidsCode },
    version,
    at,
    status: version === 'new' ? 'draft' : 'published',
  }) as StandardSummary;

describe('programs by occupation', () => {
  test('put versions of one RAPIDS code together, drafts and then the last one first, whatever their titles', () => {
    const groups = groupStandards([
      version('Technician', '2031HY', '2026.1', '2026-01-01T00:00:00Z'),
      version('Electrician', '0159', '1', '2025-01-01T00:00:00Z'),
      version('Technician', '2031HY', 'new', '2025-01-01T00:00:00Z'),
      version('Technician (IMT)', '2031HY', '2027.1', '2027-01-01T00:00:00Z'),
    ]);
    expect(groups.map((one) => [one.occupation.title, one.versions.map(({ version }) => version)])).toEqual([
      ['Electrician', ['1']],
      ['Technician', ['new', '2027.1', '2026.1']],
    ]);
  });
});
