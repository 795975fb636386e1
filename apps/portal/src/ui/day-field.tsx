import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface DayFieldProps {
  readonly label: string;
  readonly description?: ReactNode;
  /** As the contract has it, `2026-11-23`; empty while no day is chosen. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

/** A day, chosen with the device's own calendar. Its limits are a help for choosing; the server decides. */
export const DayField = ({ onChange, required = false, min, max, ...rest }: DayFieldProps) => (
  <TextInput
    {...rest}
    type="date"
    required={required}
    {...(min ? { min } : {})}
    {...(max ? { max } : {})}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
