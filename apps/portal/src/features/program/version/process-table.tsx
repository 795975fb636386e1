import type { StandardContents } from '@journeybook/contracts';
import { Badge } from '../../../ui/badge.js';
import { showHoursCount } from '../../../ui/show-hours.js';
import css from './standard-view.module.css';

type Process = StandardContents['workProcesses'][number];

/** The hours of every work process; a minimum and a maximum only where the program sets one. */
export function ProcessTable({ contents }: { contents: StandardContents }) {
  const { workProcesses, ojtMinutes } = contents;
  const minimum = workProcesses.some((one) => one.minimumMinutes !== null);
  const maximum = workProcesses.some((one) => one.maximumMinutes !== null);
  const orRequired = (one: Process, minutes: number | null) => showHoursCount(minutes ?? one.requiredMinutes);
  return (
    <section className="card" aria-labelledby="processes">
      <h2 id="processes">On the job, by work process</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Work process</th>
            {minimum && <th scope="col">At least, h</th>}
            <th scope="col">Hours</th>
            {maximum && <th scope="col">At most, h</th>}
          </tr>
        </thead>
        <tbody>
          {workProcesses.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <span className={css.code}>{one.code}</span> {one.title} <Marks local={one.local} safety={one.safety} />
              </th>
              {minimum && <td className="num">{orRequired(one, one.minimumMinutes)}</td>}
              <td className="num">{showHoursCount(one.requiredMinutes)}</td>
              {maximum && <td className="num">{orRequired(one, one.maximumMinutes)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            {minimum && <td />}
            <td className="num">{showHoursCount(ojtMinutes)}</td>
            {maximum && <td />}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** What is special about a process or a course. */
export const Marks = ({ local, safety }: { local: boolean; safety?: boolean | undefined }) => (
  <>
    {local && <Badge tone="plain">local</Badge>} {safety && <Badge tone="plain">safety</Badge>}
  </>
);
