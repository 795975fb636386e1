import { Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import css from './fields.module.css';

interface WordsFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly maxLength?: number;
}

/** A title of any length: one line that grows, never with a break in it. */
export function WordsField({ onChange, maxLength = 300, ...rest }: WordsFieldProps) {
  const stayOnLine = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault();
  };
  return (
    <Textarea
      {...rest}
      rows={1}
      maxLength={maxLength}
      classNames={{ input: css.words ?? '' }}
      onKeyDown={stayOnLine}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
    />
  );
}
