import type { Session } from '@journeybook/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { mayTry } from '../api/read-session.js';
import { isOpenNotice } from '../features/apprenticeship/notice-words.js';
import { useNotices } from '../features/apprenticeship/use-notices.js';
import { useCompletionsWaiting } from '../features/completion/use-completions-waiting.js';
import { useStandingToDecide } from '../features/standing/use-standing.js';
import { useWagesDue } from '../features/wages/use-wages.js';

/** Things of one kind that wait; null for whom none of that kind can wait. */
export interface Waiting<Item> {
  readonly items: readonly Item[];
  readonly read: Pick<UseQueryResult, 'isPending' | 'error' | 'refetch'>;
}

/** What waits for whoever is signed in: only the kinds that a role of theirs has to do with. */
export function useToDo(session: Session) {
  const may = {
    report: mayTry(session, 'apprenticeship:report'),
    decide: mayTry(session, 'standing:decide'),
    review: mayTry(session, 'completion:review'),
    give: mayTry(session, 'wages:give'),
  };
  const notices = useNotices({ enabled: may.report });
  const requests = useStandingToDecide({ enabled: may.decide });
  const completions = useCompletionsWaiting({ enabled: may.review });
  const wages = useWagesDue({ enabled: may.give });
  return {
    notices: may.report ? { items: notices.data?.filter(isOpenNotice) ?? [], read: notices } : null,
    requests: may.decide ? waiting(requests) : null,
    completions: may.review ? waiting(completions) : null,
    wages: may.give ? waiting(wages) : null,
  };
}

const waiting = <Item>(read: UseQueryResult<readonly Item[]>): Waiting<Item> => ({ items: read.data ?? [], read });

/** How many things wait altogether, as far as they are read. */
export const countToDo = (toDo: ReturnType<typeof useToDo>): number =>
  Object.values(toDo).reduce((sum, part) => sum + (part?.items.length ?? 0), 0);
