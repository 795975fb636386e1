import { Progress } from '@mantine/core';
import type { SectionDeskState } from './use-section-desk.js';

/** Fewer than so many are seen on the rows themselves. */
const worthShowing = 5;

/** How many grades have reached the gradebook, while many are on their way. */
export function PushProgress({ desk }: { desk: SectionDeskState }) {
  // What is being taken out of the gradebook is none that is to arrive there.
  const pushes = desk.rows.flatMap(({ row }) => (row.push && row.push.percent !== null ? row.push : []));
  const countIn = (wanted: (typeof pushes)[number]['state']) => pushes.filter(({ state }) => state === wanted).length;
  if (countIn('waiting') < worthShowing) return null;
  const arrived = countIn('delivered') + countIn('kept');
  const words = `${arrived} of ${pushes.length} grades are in the gradebook`;
  return (
    <div>
      <p className="soft">{words}. You may close this page; the rest follow by themselves.</p>
      <Progress.Root>
        <Progress.Section value={(100 * arrived) / pushes.length} aria-label={words} />
      </Progress.Root>
    </div>
  );
}
