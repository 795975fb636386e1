import { NativeSelect } from '@mantine/core';
import { fieldError } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { approachNames } from './approach-names.js';
import type { SponsorOptions } from './registration-form.js';
import type { StepProps } from './who-fields.js';

interface ProgramFieldsProps extends StepProps {
  readonly options: readonly SponsorOptions[];
  readonly chosen: SponsorOptions;
}

/** The sponsor where there are several, the employer, and the published version of the program. */
export function ProgramFields({ form, missing, error, onChange, options, chosen }: ProgramFieldsProps) {
  const standards = chosen.standards.map(({ id, title, version }) => ({ value: id, label: `${title}, ${version}` }));
  return (
    <>
      {options.length > 1 && (
        <NativeSelect
          label="Sponsor"
          data={options.map(({ sponsor }) => ({ value: sponsor.id, label: sponsor.name }))}
          value={form.sponsor}
          onChange={(event) => onChange({ sponsor: event.currentTarget.value })}
          error={fieldError(error, 'sponsor')}
        />
      )}
      <NativeSelect
        label="Employer"
        required
        data={[choose, ...chosen.employers.map(({ id, name }) => ({ value: id, label: name }))]}
        value={form.employer}
        onChange={(event) => onChange({ employer: event.currentTarget.value })}
        error={missing.employer ?? fieldError(error, 'employer')}
      />
      <NativeSelect
        label="Program"
        description={describeStandard(chosen.standards.find((one) => one.id === form.standard))}
        required
        data={[choose, ...standards]}
        value={form.standard}
        onChange={(event) => onChange({ standard: event.currentTarget.value })}
        error={missing.standard ?? fieldError(error, 'standard')}
      />
    </>
  );
}

/** What the agreement will be bound to. */
function describeStandard(standard: SponsorOptions['standards'][number] | undefined): string {
  if (!standard) return 'A published version; the agreement is bound to it';
  const { version, approach, termMonths, rapidsCode } = standard;
  return `Version ${version}, ${approachNames[approach].toLowerCase()}, ${countOf(termMonths, 'month')}, RAPIDS ${rapidsCode}`;
}

const choose = { value: '', label: 'Choose' };
