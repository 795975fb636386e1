import { reportedEvents } from '../describe-terms.js';
import type { AgencyPartProps } from './agency-numbers.js';
import { DeadlineField } from './deadline-field.js';
import css from './fields.module.css';
import { errorAt, placeId } from './place.js';

/** Within how many days the agency is told of each change of status. */
export function ReportingDeadlines({ agency, change, findings }: AgencyPartProps) {
  const { reporting } = agency;
  return (
    <>
      <h3 className={css.whole}>The agency is told within</h3>
      {reportedEvents.map(([event, name]) => (
        <DeadlineField
          key={event}
          id={placeId({ section: 'agency', field: `reporting.${event}.days` })}
          label={name}
          value={reporting[event]}
          onChange={(deadline) => change({ reporting: { ...reporting, [event]: deadline } })}
          error={errorAt(findings, `reporting.${event}.days`)}
        />
      ))}
    </>
  );
}
