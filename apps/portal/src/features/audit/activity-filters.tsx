import { Button, NativeSelect } from '@mantine/core';
import { DayField } from '../../ui/day-field.js';
import css from './activity.module.css';
import { type ActivityFilter, everything } from './use-activity.js';

interface ActivityFiltersProps {
  readonly filter: ActivityFilter;
  readonly actions: readonly { readonly value: string; readonly label: string }[];
  readonly apprentices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (filter: ActivityFilter) => void;
}

/** Narrows the activity by apprentice, act and days; whose it is, is chosen at a line. */
export function ActivityFilters({ filter, actions, apprentices, onChange }: ActivityFiltersProps) {
  const set = (part: Partial<ActivityFilter>) => onChange({ ...filter, ...part });
  return (
    <div className={css.filters}>
      {apprentices.length > 0 && (
        <NativeSelect
          label="Apprentice"
          value={filter.apprenticeship}
          data={[{ value: '', label: 'All' }, ...apprentices]}
          onChange={(event) => set({ apprenticeship: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label="What"
        value={filter.action}
        data={[{ value: '', label: 'Everything' }, ...actions]}
        onChange={(event) => set({ action: event.currentTarget.value })}
      />
      <DayField label="From" value={filter.from} max={filter.until || undefined} onChange={(from) => set({ from })} />
      <DayField label="To" value={filter.until} min={filter.from || undefined} onChange={(until) => set({ until })} />
      {filter.person && (
        <Button variant="default" onClick={() => set({ person: null })}>
          Everybody, not only {filter.person.name}
        </Button>
      )}
      {isNarrowed(filter) && (
        <Button variant="subtle" onClick={() => onChange(everything)}>
          Show all
        </Button>
      )}
    </div>
  );
}

export const isNarrowed = ({ person, ...texts }: ActivityFilter): boolean =>
  person !== null || Object.values(texts).some((text) => text !== '');
