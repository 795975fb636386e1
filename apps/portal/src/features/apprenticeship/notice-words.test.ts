import type { NoticeView } from '@journeybook/contracts';
import { expect, test } from 'vitest';
import { isOpenNotice, noticeState } from './notice-words.js';

const notice = (state: NoticeView['state'], reportedOn: string | null, daysLate: number) =>
  ({ state, dueOn: '2026-11-20', reportedOn, daysLate }) as NoticeView;

test.each([
  ['late', null, 3, 'stop', '3 days late; was due 20 Nov 2026'],
  ['late', null, 1, 'stop', '1 day late; was due 20 Nov 2026'],
  ['due', null, 0, 'wait', 'report by 20 Nov 2026'],
  ['reported', '2026-11-18', 0, 'ok', 'reported 18 Nov 2026'],
  ['reported-late', '2026-11-22', 2, 'plain', 'reported 22 Nov 2026, 2 days late'],
] as const)('a notice that is %s, reported %s, %i days late', (state, reportedOn, daysLate, ...said) => {
  const { tone, words } = noticeState(notice(state, reportedOn, daysLate));
  expect([tone, words]).toEqual(said);
});

test('a notice is open until the agency was told', () => {
  expect(['late', 'due', 'reported', 'reported-late'].filter((state) => isOpenNotice({ state } as NoticeView))).toEqual(
    ['late', 'due'],
  );
});
