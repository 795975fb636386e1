import { expect, test } from 'vitest';
import { carryRequests } from './carry-requests.js';
import type { SignOffRequestId } from '../brand.js';
import type { MappedCode } from '../record/record-entry.js';
import { competencyCode } from '../testing/build.js';

const open = (...codes: string[]) =>
  codes.map((code) => ({ id: `request for ${code}` as SignOffRequestId, competency: competencyCode(code) }));
const to = (from: string, code: string | null): MappedCode => ({ subject: 'competency', from, to: code });
const carried = (codes: string[], ...mapping: MappedCode[]) =>
  carryRequests(open(...codes), mapping).map((one) => one.competency);

test('an open request asks for the skill that its own is mapped to, also when two change places', () => {
  expect(carried(['A', 'B'], to('A', 'B'), to('B', 'A'))).toEqual(['B', 'A']);
});

test('a request ends with its skill, and is not mistaken for one of a process of that code', () => {
  expect(carried(['A', 'B'], to('A', null), { subject: 'work-process', from: 'B', to: 'X' })).toEqual([null, null]);
});

test('of two requests that would be about one skill the older stays', () => {
  expect(carried(['A', 'B'], to('A', 'C'), to('B', 'C'))).toEqual(['C', null]);
});
