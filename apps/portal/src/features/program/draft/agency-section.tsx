import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type AgencyPolicyView, endpoints } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../../api/client.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { AgencyNumbers } from './agency-numbers.js';
import { AgencyStanding } from './agency-standing.js';
import { ReportingDeadlines } from './reporting-deadlines.js';
import css from './fields.module.css';
import { errorAt, placeId } from './place.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';

const section = 'agency';

/** What the registration agency asks for: one that ships, with every number to be changed. */
export function AgencySection({ form, edit, findings, expanded, onToggle }: SectionProps) {
  const { agency } = form;
  const change = (part: Partial<AgencyPolicyView>) => edit.set({ agency: { ...agency, ...part } });
  return (
    <SectionFrame {...{ section, findings, expanded, onToggle }} summary={`${agency.agency} · ${agency.name}`}>
      <div className={css.grid}>
        <div className={css.whole}>
          <ShippedPolicies agency={agency} onChoose={(chosen) => edit.set({ agency: chosen })} />
        </div>
        <TextInput
          id={placeId({ section, field: 'name' })}
          label="Name of the agency"
          value={agency.name}
          maxLength={300}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={errorAt(findings, 'name')}
        />
        <TextInput
          id={placeId({ section, field: 'agency' })}
          label="Code, US or a state such as US-OH"
          value={agency.agency}
          maxLength={20}
          onChange={(event) => change({ agency: event.currentTarget.value })}
          error={errorAt(findings, 'agency')}
        />
        <Textarea
          className={css.whole ?? ''}
          id={placeId({ section, field: 'basis' })}
          label="Clauses the numbers come from, one a line"
          rows={6}
          value={agency.basis.join('\n')}
          onChange={(event) => change({ basis: event.currentTarget.value.split('\n') })}
          error={findings.find((one) => one.place.field.startsWith('basis'))?.message}
        />
        <AgencyNumbers {...{ agency, change, findings }} />
        <AgencyStanding {...{ agency, change, findings }} />
        <ReportingDeadlines {...{ agency, change, findings }} />
      </div>
    </SectionFrame>
  );
}

function ShippedPolicies(props: { agency: AgencyPolicyView; onChoose: (chosen: AgencyPolicyView) => void }) {
  const { agency, onChoose } = props;
  const client = useClient();
  const shipped = useQuery({
    queryKey: ['agency-policies'],
    queryFn: ({ signal }) => client(endpoints.listAgencyPolicies, { signal }),
  });
  const policies = shipped.data?.policies ?? [];
  const same = policies.find((one) => JSON.stringify(one) === JSON.stringify(agency));
  return (
    <>
      <NativeSelect
        label="Policy"
        description="Choosing another one puts its numbers in place of these"
        value={same?.agency ?? ''}
        disabled={!shipped.isSuccess}
        onChange={(event) => {
          const chosen = policies.find((one) => one.agency === event.currentTarget.value);
          if (chosen) onChoose(chosen);
        }}
        data={[
          ...(same ? [] : [{ value: '', label: `${agency.name}, with changes of your own`, disabled: true }]),
          ...policies.map((one) => ({ value: one.agency, label: `${one.agency} · ${one.name}` })),
        ]}
      />
      <ProblemNotice error={shipped.error} onRetry={shipped.refetch} />
    </>
  );
}
