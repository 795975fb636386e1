import { describe, expect, test } from 'vitest';
import { claim } from './claim-names.js';
import { parseNotice } from './parse-notice.js';

// As in canvas: doc/api/pns.md, LtiContextCopyNotice.
const copy = {
  [claim.version]: '1.3.0',
  [claim.notice]: { id: 'n-1', timestamp: '2026-03-19T11:24:25Z', type: 'LtiContextCopyNotice' },
  [claim.deploymentId]: '106:8865aa05b4b79b64a91a86042e43af5ea8ae79eb',
  [claim.context]: { id: 'new', label: 'zzz', title: 'zzz' },
  [claim.originContexts]: ['old'],
};
const read = (change: object) => parseNotice({ ...copy, ...change });

describe('reading a notice', () => {
  test('understands a copy as Canvas tells it', () => {
    expect(parseNotice(copy)).toEqual({
      kind: 'copy',
      id: 'n-1',
      course: 'new',
      origins: ['old'],
      copiedAt: new Date('2026-03-19T11:24:25Z'),
    });
  });
  test('takes each origin once, and never the course itself nor what is no id', () => {
    expect(
      read({ [claim.originContexts]: ['old', 'new', 7, '', 'older', 'old', 'x'.repeat(256), null] }),
    ).toMatchObject({
      origins: ['old', 'older'],
    });
    const many = Array.from({ length: 300 }, (_, place) => `c-${place}`);
    expect(read({ [claim.originContexts]: many })).toMatchObject({ origins: many.slice(0, 200) });
  });
  test.each([[undefined], [null], ['old'], [{}]])('finds no origin in %j', (said) => {
    expect(read({ [claim.originContexts]: said })).toMatchObject({ kind: 'copy', origins: [] });
  });
  test.each([[undefined], ['yesterday'], [1_742_383_469], ['2'.repeat(60)]])('knows no time by %j', (timestamp) => {
    expect(read({ [claim.notice]: { ...copy[claim.notice], timestamp } })).toMatchObject({ copiedAt: null });
  });
  test('leaves other kinds alone, whatever else they say', () => {
    const hello = { id: 'n-2', type: 'LtiHelloWorldNotice' };
    expect(read({ [claim.notice]: hello, [claim.context]: null })).toEqual({ kind: 'other', ...hello });
  });
  test.each([
    ['no version', { [claim.version]: undefined }],
    ['another version', { [claim.version]: '1.1' }],
    ['no notice', { [claim.notice]: undefined }],
    ['no id', { [claim.notice]: { type: 'LtiContextCopyNotice' } }],
    ['an id that is too long', { [claim.notice]: { ...copy[claim.notice], id: 'n'.repeat(256) } }],
    ['no type', { [claim.notice]: { id: 'n-1' } }],
    ['no course', { [claim.context]: undefined }],
    ['a course without an id', { [claim.context]: { title: 'zzz' } }],
  ])('refuses one with %s', (_, change) => {
    expect(read(change)).toBeNull();
  });
});
