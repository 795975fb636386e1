import { Checkbox, Radio, TextInput } from '@mantine/core';
import type { PickerView } from '@journeybook/contracts';
import { useState } from 'react';
import { showHours } from '../../ui/show-hours.js';
import css from './picker.module.css';

type Choice = PickerView['choices'][number];

interface PickerChoicesProps {
  readonly choices: readonly Choice[];
  readonly multiple: boolean;
  readonly chosen: readonly Choice[];
  /** The one it most likely is, named as such. */
  readonly likeliest: Choice | null;
  readonly onChoose: (chosen: readonly Choice[]) => void;
}

/** The RTI courses the college teaches, by occupation: one of them, or several where the platform takes several. */
export function PickerChoices({ choices, multiple, chosen, likeliest, onChoose }: PickerChoicesProps) {
  const [search, setSearch] = useState('');
  const typed = search.trim().toLowerCase();
  // The likeliest stands first, so that it is seen without scrolling.
  const ordered = likeliest ? [likeliest, ...choices.filter((one) => one !== likeliest)] : choices;
  const shown = ordered.filter(
    (one) => `${one.code} ${one.title}`.toLowerCase().includes(typed) || chosen.includes(one),
  );
  const occupations = [...new Set(shown.map((one) => one.occupation))];
  const toggle = (choice: Choice) => {
    if (!multiple) return onChoose([choice]);
    const rest = chosen.filter((one) => one !== choice);
    return onChoose(rest.length < chosen.length ? rest : [...chosen, choice]);
  };
  const Option = multiple ? Checkbox : Radio;
  return (
    <div className="stack">
      <TextInput
        type="search"
        label="Search the courses"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {occupations.map((occupation) => (
        <fieldset key={occupation} className={css.occupation}>
          <legend>{occupation}</legend>
          {shown
            .filter((one) => one.occupation === occupation)
            .map((one) => (
              <Option
                key={`${one.rapidsCode} ${one.code}`}
                name="course"
                checked={chosen.includes(one)}
                onChange={() => toggle(one)}
                className={css.choice ?? ''}
                label={
                  <>
                    {one.title}{' '}
                    <span className="soft">
                      {one.code} · {showHours(one.minutes)}
                      {one === likeliest && ' · the best fit by its name'}
                    </span>
                  </>
                }
              />
            ))}
        </fieldset>
      ))}
      {choices.length === 0 && <p className="soft">No program that this college works with has a course to add yet.</p>}
      {choices.length > 0 && occupations.length === 0 && (
        <p className="soft">No course has “{search.trim()}” in its code or title.</p>
      )}
    </div>
  );
}
