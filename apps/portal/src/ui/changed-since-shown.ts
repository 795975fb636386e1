import type { Shown } from '@journeybook/contracts';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from './problem-notice.js';

/** Whether an edit was refused because somebody else changed the thing since it was shown. */
export const isChanged = (error: unknown): boolean => isProblem(error, 'changed-since-shown');

/**
 * What a form says was shown: the edition it began with, however often the page is read again beneath it. Only whoever was told of a
 * change and sees what is there now goes on from that. What was saved is kept as shown with `keep`.
 */
export function useShown(
  now: Shown,
  error: unknown,
): { readonly ifMatch: Shown; readonly keep: (saved: Shown) => void } {
  const [shown, keep] = useState(now);
  const changed = isChanged(error);
  if (changed && shown !== now) keep(now);
  return { ifMatch: changed ? now : shown, keep };
}

/** For `onError` of an edit: reads what is there now, so that it stands on the page when the refusal does. */
export const readIfChanged =
  (queries: QueryClient, ...keys: readonly QueryKey[]) =>
  (error: unknown): Promise<unknown> =>
    Promise.all(isChanged(error) ? keys.map((queryKey) => queries.invalidateQueries({ queryKey })) : []);

/** The refusal for a form: what is there now, and that nothing typed is lost; undefined for every other error. */
export const sayChanged = (error: unknown, now: string): string | undefined =>
  isChanged(error)
    ? `Somebody changed this since you opened it. ${now} Nothing was saved, and what you typed is still here. Save again to put it in the place of theirs.`
    : undefined;
