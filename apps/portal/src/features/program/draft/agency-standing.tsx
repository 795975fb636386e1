import { Checkbox, NativeSelect } from '@mantine/core';
import type { AgencyPolicyView } from '@journeybook/contracts';
import { TypedField } from '../typed-field.js';
import type { AgencyPartProps } from './agency-numbers.js';
import { DeadlineField } from './deadline-field.js';
import css from './fields.module.css';
import { errorAt, placeId } from './place.js';

type Standing = AgencyPolicyView['standing'];

const caps = [
  ['percentOfOjt', 'Credit, at most % of the hours on the job'],
  ['percentOfYouthHours', 'Credit, at most % of youth hours'],
] as const;

/** What the agency says about credit for earlier learning. */
export function AgencyStanding({ agency, change, findings }: AgencyPartProps) {
  const { standing } = agency;
  const set = (part: Partial<Standing>) => change({ standing: { ...standing, ...part } });
  const id = (field: string) => placeId({ section: 'agency', field: `standing.${field}` });
  return (
    <>
      <h3 className={css.whole}>Advanced standing</h3>
      {caps.map(([field, label]) => (
        <TypedField
          key={field}
          id={id(field)}
          kind="percent"
          optional
          label={label}
          placeholder="no cap"
          value={standing[field]}
          onChange={(value) => set({ [field]: value })}
          error={errorAt(findings, `standing.${field}`)}
        />
      ))}
      <NativeSelect
        label="It is decided"
        value={standing.decideBy}
        onChange={(event) => set({ decideBy: event.currentTarget.value as Standing['decideBy'] })}
        data={[
          { value: 'any-time', label: 'at any time' },
          { value: 'probation-end', label: 'before probation ends' },
        ]}
      />
      <div className={css.checks}>
        <Checkbox
          label="It moves the wage step"
          checked={standing.movesWageStep}
          onChange={(event) => set({ movesWageStep: event.currentTarget.checked })}
        />
        <Checkbox
          label="Evidence is sent to the agency"
          checked={standing.evidenceDue !== null}
          onChange={(event) =>
            set({ evidenceDue: event.currentTarget.checked ? { days: 10, count: 'business' } : null })
          }
        />
      </div>
      {standing.evidenceDue && (
        <DeadlineField
          id={id('evidenceDue.days')}
          label="Evidence is sent within"
          value={standing.evidenceDue}
          onChange={(evidenceDue) => set({ evidenceDue })}
          error={errorAt(findings, 'standing.evidenceDue.days')}
        />
      )}
    </>
  );
}
