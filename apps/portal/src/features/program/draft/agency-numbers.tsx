import { NativeSelect } from '@mantine/core';
import type { AgencyPolicyView } from '@journeybook/contracts';
import type { Minutes } from '@journeybook/domain';
import { TypedField } from '../typed-field.js';
import { errorAt, type Finding, placeId } from './place.js';

export interface AgencyPartProps {
  readonly agency: AgencyPolicyView;
  readonly change: (part: Partial<AgencyPolicyView>) => void;
  readonly findings: readonly Finding[];
}

const plain = [
  ['minimumAge', 'count', 'Least age, years'],
  ['adultAge', 'count', 'No guardian signs from, years'],
  ['ojtMinimumMinutes', 'hours', 'Least on the job, hours'],
  ['ojtMinimumMonths', 'count', 'Least on the job, months'],
  ['correctiveActionDays', 'count', 'Notice before suspending or cancelling, days'],
  ['minimumWageCents', 'dollars', 'Minimum wage, dollars an hour'],
  ['wageStepGraceDays', 'count', 'A wage step is overdue after, days'],
  ['retentionYears', 'count', 'Records are kept, years'],
] as const;

/** The agency's plain numbers. */
export function AgencyNumbers({ agency, change, findings }: AgencyPartProps) {
  const { instructionPerYear } = agency;
  const id = (field: string) => placeId({ section: 'agency', field });
  return (
    <>
      <TypedField
        id={id('instructionPerYear.minutes')}
        kind="hours"
        label="Instruction a year, hours"
        value={instructionPerYear.minutes}
        onChange={(value) =>
          change({ instructionPerYear: { ...instructionPerYear, minutes: (value ?? Number.NaN) as Minutes } })
        }
        error={errorAt(findings, 'instructionPerYear.minutes')}
      />
      <NativeSelect
        label="They are"
        value={instructionPerYear.weight}
        onChange={(event) =>
          change({
            instructionPerYear: {
              ...instructionPerYear,
              weight: event.currentTarget.value as typeof instructionPerYear.weight,
            },
          })
        }
        data={['recommended', 'required']}
      />
      {plain.map(([field, kind, label]) => (
        <TypedField
          key={field}
          id={id(field)}
          kind={kind}
          label={label}
          value={agency[field]}
          onChange={(value) => change({ [field]: value ?? Number.NaN })}
          error={errorAt(findings, field)}
        />
      ))}
    </>
  );
}
