import { readFileSync } from 'node:fs';
import type {
  Apprenticeship,
  Approach,
  LaunchRole,
  MatchReason,
  PlatformState,
  RecordEntry,
  RecordReader,
  Role,
  Standard,
} from '@journeybook/domain';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { MergedRecord, RosterRow } from './index.js';
import {
  apprenticeshipStatus,
  hoursFlag,
  hoursStatus,
  launchRole,
  platformState,
  recordEntryKind,
  role,
  scoreDelivery,
} from './index.js';

const glossary = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8');

test('what crosses the wire is called what the rules call it', () => {
  expectTypeOf<z.output<typeof role>>().toEqualTypeOf<Role>();
  expectTypeOf<z.output<typeof apprenticeshipStatus>>().toEqualTypeOf<Apprenticeship['status']>();
  expectTypeOf<z.output<typeof recordEntryKind>>().toEqualTypeOf<RecordEntry['kind']>();
  expectTypeOf<z.output<typeof launchRole>>().toEqualTypeOf<LaunchRole>();
  expectTypeOf<z.output<typeof platformState>>().toEqualTypeOf<PlatformState>();
  expectTypeOf<MergedRecord['approach']>().toEqualTypeOf<Approach>();
  expectTypeOf<MergedRecord['jobBookStatus']>().toEqualTypeOf<Standard['jobBookStatus']>();
  expectTypeOf<RecordReader>().toExtend<MergedRecord['readAs']>();
  expectTypeOf<Extract<RosterRow['match'], { state: 'suggested' }>['reason']>().toEqualTypeOf<MatchReason>();
});

test.each(
  [
    hoursStatus,
    hoursFlag,
    apprenticeshipStatus,
    recordEntryKind,
    launchRole,
    platformState,
    scoreDelivery.shape.state,
  ].flatMap((words) => words.options as readonly string[]),
)('the glossary says what `%s` is', (word) => {
  expect(glossary).toContain(`\`${word}\``);
});
