import { Radio, TextInput } from '@mantine/core';
import type { SectionView } from '@journeybook/contracts';
import { useState } from 'react';
import { showHours } from '../../ui/show-hours.js';
import css from './map-course.module.css';

type Choice = SectionView['choices'][number];

interface CourseChoicesProps {
  readonly choices: readonly Choice[];
  readonly chosen: Choice | null;
  /** The likeliest one, named as such. */
  readonly guessed: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

/** The RTI courses this may be, by occupation. */
export function CourseChoices({ choices, chosen, guessed, onChoose }: CourseChoicesProps) {
  const [search, setSearch] = useState('');
  const typed = search.trim().toLowerCase();
  // The likeliest stands first, so that it is seen without scrolling.
  const ordered = guessed ? [guessed, ...choices.filter((one) => one !== guessed)] : choices;
  const shown = ordered.filter((one) => `${one.code} ${one.title}`.toLowerCase().includes(typed) || one === chosen);
  const occupations = [...new Set(shown.map((one) => one.occupation))];
  return (
    <div className="stack">
      <TextInput
        type="search"
        label="Search the courses"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {occupations.map((occupation) => (
        <Radio.Group
          key={occupation}
          label={occupation}
          value={chosen?.occupation === occupation ? keyOf(chosen) : ''}
          onChange={(key) => {
            const choice = choices.find((one) => keyOf(one) === key);
            if (choice) onChoose(choice);
          }}
        >
          <div className={css.choices}>
            {shown
              .filter((one) => one.occupation === occupation)
              .map((one) => (
                <Radio
                  key={keyOf(one)}
                  value={keyOf(one)}
                  className={css.choice ?? ''}
                  label={
                    <>
                      {one.title}{' '}
                      <span className="soft">
                        {one.code} · {showHours(one.minutes)}
                        {one === guessed && ' · the best fit by its name'}
                      </span>
                    </>
                  }
                />
              ))}
          </div>
        </Radio.Group>
      ))}
      {occupations.length === 0 && <p className="soft">No course has “{search.trim()}” in its code or title.</p>}
    </div>
  );
}

const keyOf = (choice: Choice): string => `${choice.rapidsCode} ${choice.code}`;
