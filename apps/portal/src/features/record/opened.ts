import type { MergedRecord } from '@journeybook/contracts';

/** What is opened over the record: the entries behind a number, or the hours that wait. */
export type Opened =
  | { readonly view: 'entries'; readonly subject: Subject | null; readonly code: string | null }
  | { readonly view: 'waiting'; readonly code: string | null };

type Subject = (typeof subjects)[number];
const subjects = ['work-process', 'course', 'competency'] as const;

/** For the address: `all`, `waiting`, `waiting:WP01`, `work-process`, `work-process:WP01`. */
export function writeOpened(opened: Opened): string {
  const first = opened.view === 'waiting' ? 'waiting' : (opened.subject ?? 'all');
  return opened.code === null ? first : `${first}:${opened.code}`;
}

/** Back from the address; null for anything that is no such text. */
export function readOpened(text: string | undefined): Opened | null {
  if (!text) return null;
  const [first, ...rest] = text.split(':');
  const code = rest.length > 0 ? rest.join(':') : null;
  if (first === 'waiting') return { view: 'waiting', code };
  if (first === 'all') return { view: 'entries', subject: null, code: null };
  const subject = subjects.find((one) => one === first);
  return subject ? { view: 'entries', subject, code } : null;
}

/** Whether the record has such a part at all: an address may name one that it never had. */
export function isOnRecord(record: Pick<MergedRecord, 'processes' | 'courses'>, opened: Opened): boolean {
  const { code } = opened;
  if (code === null) return true;
  const has = (parts: readonly { readonly code: string }[]) => parts.some((part) => part.code === code);
  if (opened.view === 'waiting' || opened.subject === 'work-process') return has(record.processes);
  return has(opened.subject === 'course' ? record.courses : record.processes.flatMap((one) => one.competencies));
}
