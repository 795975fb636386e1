import { useMediaQuery } from '@mantine/hooks';
import { TextButton } from '../../../ui/text-button.js';
import css from '../section-desk.module.css';
import { AttendedField, ChooseCell, GradeField, NameCell, StandingCell } from './attendee-cells.js';
import type { DeskAttendee, TeachingDesk } from './use-teaching-desk.js';

interface AttendeeListProps {
  readonly desk: TeachingDesk;
  readonly onRemove: (one: DeskAttendee['row']) => void;
}

/** Who attends: one a row where six columns have room beside the portal's own, one a card elsewhere. */
export function AttendeeList(props: AttendeeListProps) {
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return wide ? <AttendeeTable {...props} /> : <AttendeeCards {...props} />;
}

const RemoveButton = ({ row, onRemove }: { row: DeskAttendee['row']; onRemove: AttendeeListProps['onRemove'] }) => (
  <TextButton name={`Take off ${row.name}`} grave onClick={() => onRemove(row)}>
    Take off
  </TextButton>
);

function AttendeeTable({ desk, onRemove }: AttendeeListProps) {
  return (
    <div className="card">
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.tick}>
              <span className="hidden-visually">Confirm</span>
            </th>
            <th scope="col">Apprentice</th>
            <th scope="col" className={css.number}>
              Grade
            </th>
            <th scope="col" className={css.number}>
              Attended
            </th>
            <th scope="col" className={css.hours}>
              RTI hours
            </th>
            <th scope="col" className={css.act}>
              <span className="hidden-visually">Take off the list</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {desk.rows.map((one) => (
            <tr key={one.row.identity}>
              <td>
                <ChooseCell desk={desk} one={one} />
              </td>
              <td>
                <NameCell one={one} />
              </td>
              <td>
                <GradeField desk={desk} one={one} />
              </td>
              <td>
                <AttendedField desk={desk} one={one} />
              </td>
              <td>
                <StandingCell one={one} />
              </td>
              <td>
                <RemoveButton row={one.row} onRemove={onRemove} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AttendeeCards({ desk, onRemove }: AttendeeListProps) {
  return (
    <ul className={css.cards}>
      {desk.rows.map((one) => (
        <li key={one.row.identity} className={`card ${css.card}`}>
          <div className="row between">
            <b className={css.who}>{one.row.name}</b>
            <ChooseCell desk={desk} one={one} />
          </div>
          <div className={css.pair}>
            <span className="soft">Grade</span>
            <GradeField desk={desk} one={one} />
            <span className="soft">Attended</span>
            <AttendedField desk={desk} one={one} />
            <span className="soft">RTI hours</span>
            <StandingCell one={one} />
          </div>
          <div>
            <RemoveButton row={one.row} onRemove={onRemove} />
          </div>
        </li>
      ))}
    </ul>
  );
}
