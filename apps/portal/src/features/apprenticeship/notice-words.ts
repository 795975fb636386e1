import type { NoticeView } from '@journeybook/contracts';
import type { BadgeTone } from '../../ui/badge.js';
import { countOf, showDate } from '../../ui/show-dates.js';

/** What a notice tells the agency, in a word. */
export const eventNames = {
  registered: 'Registered',
  suspended: 'Suspended',
  reinstated: 'Reinstated',
  cancelled: 'Cancelled',
  completed: 'Completed',
  transferred: 'Transferred',
} as const satisfies Record<NoticeView['event'], string>;

/** The same as the title of a notice: `Notice of registration`. */
export const eventNouns = {
  registered: 'registration',
  suspended: 'suspension',
  reinstated: 'reinstatement',
  cancelled: 'cancellation',
  completed: 'completion',
  transferred: 'transfer',
} as const satisfies Record<NoticeView['event'], string>;

/** Where a notice stands, with its last day. */
export function noticeState({ state, dueOn, reportedOn, daysLate }: NoticeView): { tone: BadgeTone; words: string } {
  const late = `${countOf(daysLate, 'day')} late`;
  const reported = reportedOn ? `reported ${showDate(reportedOn)}` : 'reported';
  switch (state) {
    case 'late':
      return { tone: 'stop', words: `${late}; was due ${showDate(dueOn)}` };
    case 'due':
      return { tone: 'wait', words: `report by ${showDate(dueOn)}` };
    case 'reported':
      return { tone: 'ok', words: reported };
    case 'reported-late':
      return { tone: 'plain', words: `${reported}, ${late}` };
  }
}

/** Whether the agency has yet to be told. */
export const isOpenNotice = ({ state }: Pick<NoticeView, 'state'>): boolean => state === 'late' || state === 'due';
