import { learnerName } from './learner-name.js';
import { MatchCell } from './match-cell.js';
import { ChooseCell, GradeCell, StandingCell } from './roster-cells.js';
import css from './section-desk.module.css';
import type { SectionDeskState } from './use-section-desk.js';

/** The learners in a narrow frame, one a card. */
export function RosterCards({ desk }: { desk: SectionDeskState }) {
  return (
    <ul className={css.cards}>
      {desk.shown.map((one) => (
        <li key={one.row.identity} className={`card ${css.card}`}>
          <div className="row between">
            <b className={css.who}>{learnerName(one.row)}</b>
            <ChooseCell desk={desk} one={one} />
          </div>
          <div className={css.pair}>
            <span className="soft">Apprentice</span>
            <MatchCell desk={desk} row={one.row} />
            <span className="soft">Grade here</span>
            <GradeCell desk={desk} one={one} />
            <span className="soft">RTI hours</span>
            <StandingCell desk={desk} one={one} />
          </div>
        </li>
      ))}
    </ul>
  );
}
