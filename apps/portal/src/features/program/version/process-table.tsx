import type { StandardContents } from '@journeybook/contracts';
import { Badge } from '../../../ui/badge.js';
import { showHours, showHoursCount } from '../../../ui/show-hours.js';
import css from './standard-view.module.css';

type Process = StandardContents['workProcesses'][number];

/** The hours of every work process; a minimum and a maximum only where the program sets one. */
export function ProcessTable({ contents }: { contents: StandardContents }) {
  const { workProcesses, ojtMinutes } = contents;
  return (
    <section className="card" aria-labelledby="processes">
      <h2 id="processes">On the job, by work process</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Work process</th>
            <th scope="col">Hours</th>
          </tr>
        </thead>
        <tbody>
          {workProcesses.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <span className={css.code}>{one.code}</span> {one.title} <Marks local={one.local} safety={one.safety} />
                <Limits process={one} />
              </th>
              <td className="num">{showHoursCount(one.requiredMinutes)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td className="num">{showHoursCount(ojtMinutes)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** The least that must be worked and the most that counts, where they are not simply the hours. */
function Limits({ process: { minimumMinutes, maximumMinutes } }: { process: Process }) {
  const limits = [
    ...(minimumMinutes === null ? [] : [`at least ${showHours(minimumMinutes)}`]),
    ...(maximumMinutes === null ? [] : [`at most ${showHours(maximumMinutes)} count`]),
  ];
  if (limits.length === 0) return null;
  return (
    <>
      <br />
      <span className="soft">{limits.join(', ')}</span>
    </>
  );
}

/** What is special about a process or a course. */
export const Marks = ({ local, safety }: { local: boolean; safety?: boolean | undefined }) => (
  <>
    {local && <Badge tone="plain">local</Badge>} {safety && <Badge tone="plain">safety</Badge>}
  </>
);
