import { learnerName } from './learner-name.js';
import { MatchCell } from './match-cell.js';
import { ChooseCell, GradeCell, StandingCell } from './roster-cells.js';
import css from './section-desk.module.css';
import type { SectionDeskState } from './use-section-desk.js';

/** The learners on a wide screen, one a row. */
export function RosterTable({ desk }: { desk: SectionDeskState }) {
  return (
    <div className="card">
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.tick}>
              <span className="hidden-visually">Confirm</span>
            </th>
            <th scope="col" className={css.learner}>
              Learner
            </th>
            <th scope="col">Apprentice</th>
            <th scope="col" className={css.number}>
              Grade here
            </th>
            <th scope="col" className={css.hours}>
              RTI hours
            </th>
          </tr>
        </thead>
        <tbody>
          {desk.shown.map((one) => (
            <tr key={one.row.identity}>
              <td>
                <ChooseCell desk={desk} one={one} />
              </td>
              <td>{learnerName(one.row)}</td>
              <td>
                <MatchCell desk={desk} row={one.row} />
              </td>
              <td>
                <GradeCell desk={desk} one={one} />
              </td>
              <td>
                <StandingCell desk={desk} one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
