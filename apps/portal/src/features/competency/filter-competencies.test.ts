import type { MergedRecord } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { filterCompetencies, firstOpen } from './filter-competencies.js';

const process = (code: string, signed: readonly boolean[]) => ({
  code,
  competencies: signed.map((signedOff, index) => ({ code: `${code}.${index + 1}`, signedOff })),
});
const processes = [
  process('WP01', [true, true]),
  process('WP02', []),
  process('WP03', [true, false]),
] as unknown as MergedRecord['processes'];

describe('what is unfolded first', () => {
  test('is the first process with something open', () => {
    expect([...firstOpen(filterCompetencies(processes, 'all'))]).toEqual(['WP03']);
    expect([...firstOpen(filterCompetencies(processes, 'open'))]).toEqual(['WP03']);
  });

  test('is the first of those shown when all of them are signed', () => {
    expect([...firstOpen(filterCompetencies(processes, 'signed'))]).toEqual(['WP01']);
  });

  test('is nothing when nothing is shown', () => {
    expect([...firstOpen([])]).toEqual([]);
  });
});
