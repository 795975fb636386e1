import { Button, TextInput } from '@mantine/core';
import { minutesPerDay } from '@journeybook/domain';
import { useState } from 'react';
import { isOverADay, readHours } from '../../ui/read-hours.js';
import { showHours } from '../../ui/show-hours.js';
import css from './minutes-field.module.css';

const usual = [240, 360, 450, 480] as const;
const step = 15;

interface MinutesFieldProps {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
  readonly error?: string | undefined;
}

/** A time worked: one tap for the usual ones, a quarter of an hour at a time, or typed as one likes. */
export function MinutesField({ label, minutes, onChange, error }: MinutesFieldProps) {
  // What is being typed; null while the field shows the minutes themselves.
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : readHours(typed);
  const wrong = typed !== null && typed.trim() !== '' && read === null;
  const advice = isOverADay(typed ?? '') ? 'A day has 24 hours' : 'Type a time such as 7:30 or 7.5';

  const type = (text: string) => {
    setTyped(text);
    // A half-typed time must not leave the time before it standing.
    onChange(readHours(text) ?? 0);
  };
  const change = (next: number) => {
    setTyped(null);
    onChange(Math.max(0, Math.min(minutesPerDay, next)));
  };

  return (
    <fieldset className={css.field}>
      <legend className="hidden-visually">{label}</legend>
      <div className={css.usual}>
        {usual.map((one) => (
          <Button
            key={one}
            variant={minutes === one ? 'filled' : 'default'}
            aria-pressed={minutes === one}
            className={css.quick ?? ''}
            onClick={() => change(one)}
          >
            {showHours(one)}
          </Button>
        ))}
      </div>
      <div className={css.steps}>
        <Button
          variant="default"
          aria-label="−15 minutes"
          disabled={minutes <= 0}
          onClick={() => change(minutes - step)}
        >
          −15
        </Button>
        <TextInput
          aria-label={label}
          inputMode="text"
          autoComplete="off"
          placeholder="7:30"
          className={css.typed ?? ''}
          value={typed ?? (minutes > 0 ? showHours(minutes) : '')}
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => !wrong && setTyped(null)}
          error={wrong ? advice : error}
        />
        <Button variant="default" aria-label="+15 minutes" onClick={() => change(minutes + step)}>
          +15
        </Button>
      </div>
    </fieldset>
  );
}
