import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { readDollars } from '../../ui/read-dollars.js';
import { readTotalHours } from '../../ui/read-hours.js';
import { showHoursCount } from '../../ui/show-hours.js';

interface Reading {
  /** Null when the text is no such number. */
  readonly read: (typed: string) => number | null;
  readonly show: (value: number) => string;
  /** What to type instead of what cannot be read. */
  readonly advice: string;
  readonly numeric: 'numeric' | 'decimal' | 'text';
}

const whole = (typed: string) => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null);
const decimal = (typed: string) => {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : null;
};

const readings = {
  hours: {
    read: readTotalHours,
    show: showHoursCount,
    advice: 'Type hours such as 1,000 or 7:30',
    numeric: 'text',
  },
  dollars: {
    read: readDollars,
    show: (cents) => (cents / 100).toFixed(2),
    advice: 'Type dollars such as 24.50',
    numeric: 'decimal',
  },
  count: { read: whole, show: String, advice: 'Type a whole number', numeric: 'numeric' },
  percent: { read: decimal, show: (value) => `${value} %`, advice: 'Type a percentage such as 75', numeric: 'decimal' },
} as const satisfies Record<string, Reading>;

interface TypedFieldProps {
  readonly kind: keyof typeof readings;
  readonly id?: string;
  readonly label: string;
  readonly value: number | null;
  /** NaN for what cannot be read; null for an empty field that may be empty. */
  readonly onChange: (value: number | null) => void;
  readonly optional?: boolean;
  readonly error?: ReactNode;
  readonly description?: string;
  readonly disabled?: boolean;
  /** What stands in an empty field. */
  readonly placeholder?: string;
}

/** A number as people type it: hours kept as minutes, dollars as cents. What cannot be read stays, and says so. */
export function TypedField({ kind, value, onChange, optional = false, error, ...rest }: TypedFieldProps) {
  // What is being typed, and the value it was read as; it counts no more once the value is set from elsewhere.
  const [typing, setTyping] = useState<{ text: string; value: number | null } | null>(null);
  const typed = typing && Object.is(typing.value, value) ? typing.text : null;
  const reading: Reading = readings[kind];
  const read = (text: string) => (optional && text.trim() === '' ? null : (reading.read(text) ?? Number.NaN));
  const wrong = typed !== null && Number.isNaN(read(typed));
  const shown = value === null || Number.isNaN(value) ? '' : reading.show(value);
  return (
    <TextInput
      {...rest}
      inputMode={reading.numeric}
      autoComplete="off"
      value={typed ?? shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyping({ text, value: read(text) });
        onChange(read(text));
      }}
      onBlur={() => !wrong && setTyping(null)}
      error={wrong ? reading.advice : error}
    />
  );
}
