import { describe, expect, test } from 'vitest';
import type { Move, MoveFacts } from './move-apprentice.js';
import { mayBeHistory, mayMove, moveApprentice, proposeMapping, standardAfter } from './move-apprentice.js';
import type { CustomChange } from './customisation.js';
import { applyCustomisation } from './customisation.js';
import type { Standard } from './standard.js';
import type { MappedCode, RecordEntry } from '../record/record-entry.js';
import { progress } from '../record/progress.js';
import { totals } from '../record/totals.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  competency,
  competencyAttested,
  competencyCode,
  employerActor,
  entryReversed,
  now,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  rtiHoursCredited,
  sponsorActor,
  standard,
  standardId,
  today,
  workProcess,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';
import { hours } from '../units.js';

const from = standard();
/** WP01 is WP51 now, with more hours; WP06 takes its old code's place nowhere; the skills follow. */
const to: Standard = {
  ...from,
  id: standardId(2),
  version: '2027.1',
  workProcesses: [
    workProcess({ code: processCode('WP51'), requiredMinutes: hours(1_100) }),
    workProcess({ code: processCode('WP01'), title: 'Local options', requiredMinutes: hours(136) }),
  ],
  competencies: from.competencies.map((one) => ({
    ...one,
    code: competencyCode(one.code.replace('WP01', 'WP51')),
    workProcess: processCode('WP51'),
  })),
};
const mapping: readonly MappedCode[] = [
  { subject: 'work-process', from: 'WP01', to: 'WP51' },
  { subject: 'work-process', from: 'WP06', to: 'WP01' },
  { subject: 'course', from: 'RTI03', to: 'RTI03' },
  { subject: 'course', from: 'RTI11', to: null },
  { subject: 'competency', from: 'WP01.01', to: 'WP51.01' },
  { subject: 'competency', from: 'WP01.06', to: 'WP51.06' },
];
const local = ojtHoursCredited({ id: recordEntryId(81), workProcess: processCode('WP06'), minutes: hours(10) });
const record: readonly RecordEntry[] = [ojtHoursCredited(), local, rtiHoursCredited(), competencyAttested()];

const moving = (move: Partial<Move> = {}, facts: Partial<MoveFacts> = {}, who: typeof sponsorActor = sponsorActor) =>
  moveApprentice(
    who,
    { mapping, reason: 'The committee adopted 2027.1', ...move },
    {
      apprenticeship: apprenticeship(),
      from,
      fromChanges: [],
      to,
      toChanges: [],
      toStatus: 'published',
      totals: totals(record),
      waiting: [],
      earlier: [],
      today,
      now,
      recordEntry: recordEntryId(27),
      ...facts,
    },
  );
const without = (code: string) => mapping.filter((one) => one.from !== code);

describe('moving an apprentice to another version', () => {
  const { apprenticeship: bound, change } = accepted(moving());
  const after = totals([...record, change]);

  test('binds the agreement to it and records the mapping', () => {
    expect(bound.standard).toBe(standardId(2));
    expect(change).toMatchObject({ kind: 'standard-changed', standard: from.id, to: to.id, mapping });
  });
  test('carries every total over, also where an old code means something else now', () => {
    expect(after).toMatchObject([
      { subject: 'competency', code: 'WP51.01', level: 3 },
      { subject: 'course', code: 'RTI03', minutes: hours(24) },
      { subject: 'work-process', code: 'WP01', minutes: hours(10) },
      { subject: 'work-process', code: 'WP51', minutes: 450 },
    ]);
  });
  test('is seen in the progress', () => {
    expect(progress(to, after, new Map()).processes.map((one) => [one.code, one.creditedMinutes])).toEqual([
      ['WP51', 450],
      ['WP01', hours(10)],
    ]);
  });
  test('leaves hours that are approved later under the older version where they belong', () => {
    const late = ojtHoursCredited({ id: recordEntryId(82), minutes: hours(1) });
    expect(totals([...record, change, late])).toContainEqual(
      expect.objectContaining({ code: 'WP51', minutes: 450 + hours(1) }),
    );
  });
  test('lets an old entry be reversed as before', () => {
    expect(totals([...record, change, entryReversed()]).map((one) => one.code)).not.toContain('WP51');
  });
  test('twice carries through both mappings', () => {
    const again = { ...change, id: recordEntryId(83), standard: standardId(2), to: standardId(3) };
    const onward = { ...again, mapping: [{ subject: 'work-process', from: 'WP51', to: 'P-1' }] as const };
    expect(totals([onward, ...record, change]).map((one) => one.code)).toEqual(['WP51.01', 'RTI03', 'P-1', 'WP01']);
  });
});

describe('moving an apprentice refuses', () => {
  test.each([
    ['the employer', {}, {}, employerActor, 'not-their-program'],
    ['the apprentice with an office', {}, {}, apprenticeWithOffice, 'not-their-program'],
    ['a draft', {}, { toStatus: 'draft' }, sponsorActor, 'standard-not-published'],
    [
      'another occupation',
      {},
      { to: { ...to, occupation: { ...to.occupation, rapidsCode: '0153' } } },
      sponsorActor,
      'another-occupation',
    ],
    ['the same version', {}, { to: { ...to, id: standardId(1) } }, sponsorActor, 'already-bound-before'],
    ['a version that was left before', {}, { earlier: [standardId(2)] }, sponsorActor, 'already-bound-before'],
    ['a blank reason', { reason: ' ' }, {}, sponsorActor, 'reason-missing'],
    ['a closed record', {}, { apprenticeship: apprenticeship({ status: 'completed' }) }, sponsorActor, 'record-closed'],
    ['a code that is not mapped', { mapping: without('WP06') }, {}, sponsorActor, 'mapping-incomplete'],
    ['a code mapped twice', { mapping: [...mapping, mapping[0]!] }, {}, sponsorActor, 'mapping-incomplete'],
    [
      'a code that the new version does not have',
      { mapping: [...without('WP06'), { subject: 'work-process', from: 'WP06', to: 'WP99' }] },
      {},
      sponsorActor,
      'mapping-unknown-code',
    ],
    [
      'to lose what is signed',
      { mapping: [...without('RTI03'), { subject: 'course', from: 'RTI03', to: null }] },
      {},
      sponsorActor,
      'signed-work-lost',
    ],
  ] as const)('%s', (...[, move, facts, who, kind]) => {
    expect(refusalOf(moving(move, facts, who))).toBe(kind);
  });
  test('to leave hours that wait behind', () => {
    const ended: MappedCode[] = [...without('WP06'), { subject: 'work-process', from: 'WP06', to: null }];
    const nothingLocal = { totals: totals([ojtHoursCredited()]) };
    expect(refusalOf(moving({ mapping: ended }, nothingLocal))).toBeNull();
    const waiting = { ...nothingLocal, waiting: [processCode('WP06')] };
    expect(refusalOf(moving({ mapping: ended }, waiting))).toBe('waiting-hours-lost');
    expect(refusalOf(moving({}, waiting))).toBeNull();
  });
  test('to make one skill of two that were signed', () => {
    const merged: MappedCode[] = [...without('WP01.06'), { subject: 'competency', from: 'WP01.06', to: 'WP51.01' }];
    expect(refusalOf(moving({ mapping: merged }))).toBeNull();
    const both = [...record, competencyAttested({ id: recordEntryId(84), competency: competencyCode('WP01.06') })];
    expect(refusalOf(moving({ mapping: merged }, { totals: totals(both) }))).toBe('competencies-merged');
  });
});

const adds = (code: string): CustomChange => ({
  kind: 'competency-added',
  competency: competency({ code: competencyCode(code), title: 'Pour aluminium' }),
});

describe('a skill that only a former employer has', () => {
  const former = { change: adds('LOC.01'), own: false };
  const own = applyCustomisation(from, [adds('LOC.01')], new Set());
  const signed = [...record, competencyAttested({ id: recordEntryId(85), competency: competencyCode('LOC.01') })];
  const asked = { from: own, fromChanges: [former], totals: totals(signed) };
  const history = { subject: 'competency', from: 'LOC.01', to: null, asHistory: true } as const;
  const kept: MappedCode[] = [...mapping, history];

  test('is kept as history: what was signed stays on the record and counts to nothing in the new version', () => {
    const { change } = accepted(moving({ mapping: kept }, asked));
    expect(change.mapping).toContainEqual(history);
    expect(totals([...signed, change])).toEqual(totals([...record, change]));
    expect(standardAfter({ to, toChanges: [], totals: asked.totals }, kept).competencies).toEqual(to.competencies);
  });
  test('beside another one, which is nothing they would become one in', () => {
    const two = applyCustomisation(own, [adds('LOC.02')], new Set());
    const both = [...signed, competencyAttested({ id: recordEntryId(86), competency: competencyCode('LOC.02') })];
    const facts = { from: two, fromChanges: [former, { change: adds('LOC.02'), own: false }], totals: totals(both) };
    const other = { ...history, from: 'LOC.02' };
    expect(refusalOf(moving({ mapping: [...kept, other] }, facts))).toBeNull();
  });
  test('may as well go to a skill of the new version, and ends by no oversight', () => {
    const goes = (to: string | null): MappedCode[] => [...mapping, { subject: 'competency', from: 'LOC.01', to }];
    const free = [...mapping.filter((one) => one.from !== 'WP01.06'), { ...mapping[5]!, to: null }];
    const instead: MappedCode[] = [...free, { subject: 'competency', from: 'LOC.01', to: 'WP51.06' }];
    expect(refusalOf(moving({ mapping: instead }, asked))).toBeNull();
    expect(refusalOf(moving({ mapping: goes(null) }, asked))).toBe('signed-work-lost');
  });
  test.each([
    ['goes somewhere too', { mapping: [...mapping, { ...history, to: 'WP51.06' }] }, {}],
    ['is the present employer’s as well', {}, { fromChanges: [former, { change: adds('LOC.01'), own: true }] }],
    ['is the present employer’s alone', {}, { fromChanges: [{ change: adds('LOC.01'), own: true }] }],
    ['has a place in the new version', {}, { toChanges: [former] }],
    ['was never signed', {}, { totals: totals(record) }],
    [
      'is the program’s',
      { mapping: [...without('WP01.01'), { ...history, from: 'WP01.01' }] },
      { from, fromChanges: [] },
    ],
  ] as const)('is not kept as history where it %s', (_, move, facts) => {
    expect(refusalOf(moving({ mapping: kept, ...move }, { ...asked, ...facts }))).toBe('history-not-possible');
  });
  test('is offered for history where the rule lets it be', () => {
    const facts = { fromChanges: [former], to, toChanges: [], totals: totals(signed) };
    expect(mayBeHistory(facts, history)).toBe(true);
    expect(mayBeHistory(facts, { subject: 'course', from: 'LOC.01' })).toBe(false);
    expect(mayBeHistory(facts, { subject: 'competency', from: 'WP01.01' })).toBe(false);
  });
});

describe('what the employer made its own', () => {
  const own = applyCustomisation(from, [adds('LOC.01')], new Set());
  const signed = totals([
    ...record,
    competencyAttested({ id: recordEntryId(85), competency: competencyCode('LOC.01') }),
  ]);
  const goes = (code: string | null): MappedCode[] => [...mapping, { subject: 'competency', from: 'LOC.01', to: code }];

  test('in the version left has to be mapped, and to go somewhere once it is signed', () => {
    expect(refusalOf(moving({}, { from: own }))).toBe('mapping-incomplete');
    expect(refusalOf(moving({ mapping: goes(null) }, { from: own }))).toBeNull();
    expect(refusalOf(moving({ mapping: goes(null) }, { from: own, totals: signed }))).toBe('signed-work-lost');
  });
  test('goes to a skill of the new version, or to one that the employer added there', () => {
    expect(refusalOf(moving({ mapping: goes('LOC.01') }, { from: own, totals: signed }))).toBe('mapping-unknown-code');
    const by = (isOwn: boolean) => [{ change: adds('LOC.01'), own: isOwn }];
    const asked = { from: own, totals: signed };
    expect(refusalOf(moving({ mapping: goes('LOC.01') }, { ...asked, toChanges: by(true) }))).toBeNull();
    expect(refusalOf(moving({ mapping: goes('LOC.01') }, { ...asked, toChanges: by(false) }))).toBeNull();
    const nothing = { from: own, toChanges: by(false) };
    expect(refusalOf(moving({ mapping: goes('LOC.01') }, nothing))).toBe('mapping-unknown-code');
  });
  test('and set aside in the new version stays for whoever has signed it', () => {
    const changes: CustomChange[] = [
      { kind: 'competency-set-aside', competency: competencyCode('WP51.01'), reason: 'No such machine' },
      { kind: 'competency-set-aside', competency: competencyCode('WP51.06'), reason: 'No such machine' },
    ];
    const toChanges = changes.map((change) => ({ change, own: true }));
    const ended: MappedCode[] = [...without('WP01.06'), { subject: 'competency', from: 'WP01.06', to: null }];
    expect(refusalOf(moving({}, { toChanges }))).toBe('mapping-unknown-code');
    expect(refusalOf(moving({ mapping: ended }, { toChanges }))).toBeNull();
    const facts = { to, toChanges, totals: totals(record) };
    expect(standardAfter(facts, ended).competencies.map((one) => one.code)).toEqual(['WP51.01']);
    expect(standardAfter(facts, []).competencies).toEqual([]);
  });
});

test('whether a move may be made at all is asked before there is a mapping', () => {
  const facts = { apprenticeship: apprenticeship(), from, to, toStatus: 'published' as const, earlier: [] };
  expect(refusalOf(mayMove(sponsorActor, facts))).toBeNull();
  expect(refusalOf(mayMove(employerActor, facts))).toBe('not-their-program');
  expect(refusalOf(mayMove(sponsorActor, { ...facts, earlier: [to.id] }))).toBe('already-bound-before');
});

test('the mapping proposed keeps what both versions have and ends the rest', () => {
  expect(proposeMapping(from, to).map((one) => one.to)).toEqual(['WP01', null, 'RTI03', 'RTI11', null, null]);
});
