import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ApprenticeChoice, TaughtSectionView } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useState } from 'react';
import { DialogForm, FormDialog } from '../../../ui/form-dialog.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { countOf } from '../../../ui/show-dates.js';
import css from './teaching.module.css';
import { useAddAttendees, useAttendeeSearch } from './use-teaching.js';

interface AddAttendeesProps {
  readonly section: TaughtSectionView;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (words: string) => void;
}

/** Finds apprentices by name and puts the chosen ones into the section. */
export const AddAttendeesDialog = ({ opened, ...rest }: AddAttendeesProps) => (
  <FormDialog opened={opened} title="Who attends?" onClose={rest.onClose}>
    <Choose {...rest} />
  </FormDialog>
);

function Choose({ section, onClose, onAdded }: Omit<AddAttendeesProps, 'opened'>) {
  const [name, setName] = useState('');
  const [searched] = useDebouncedValue(name.trim(), 200);
  const [chosen, setChosen] = useState<ReadonlyMap<ApprenticeshipId, ApprenticeChoice>>(new Map());
  const found = useAttendeeSearch(section.id, searched);
  const add = useAddAttendees(section.id);
  const there = new Set(section.attendees.map(({ apprentice }) => apprentice?.apprenticeship));
  const offered = (found.data ?? []).filter((one) => !there.has(one.apprenticeship));
  // Whoever is chosen stays in sight, whatever is searched for next.
  const shown = [...chosen.values(), ...offered.filter((one) => !chosen.has(one.apprenticeship))];
  const toggle = (one: ApprenticeChoice) =>
    setChosen((before) => {
      const next = new Map(before);
      if (!next.delete(one.apprenticeship)) next.set(one.apprenticeship, one);
      return next;
    });
  const submit = () => {
    if (chosen.size === 0) return false;
    const done = () => {
      onAdded(`${countOf(chosen.size, 'apprentice')} added.`);
      onClose();
    };
    add.mutate([...chosen.keys()], { onSuccess: done });
    return true;
  };
  return (
    <DialogForm
      action={chosen.size > 0 ? `Add ${chosen.size}` : 'Add'}
      busy={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        type="search"
        label="Name of the apprentice"
        description="Apprentices of the sponsors you work with, whose program has this course"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {found.isPending && <Loading what="apprentices" heights={[48, 48]} />}
      <ul className={css.choices}>
        {shown.map((one) => (
          <li key={one.apprenticeship}>
            <Checkbox
              checked={chosen.has(one.apprenticeship)}
              onChange={() => toggle(one)}
              label={
                <>
                  {one.name}{' '}
                  <span className="soft">
                    {one.occupation} · {one.employer}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
      {found.data && shown.length === 0 && (
        <p className="soft">Nobody of that name is left to add. Ask the sponsor whether they are registered.</p>
      )}
      <ProblemNotice error={found.error} onRetry={found.refetch} />
    </DialogForm>
  );
}
