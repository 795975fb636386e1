import { PasswordInput } from '@mantine/core';
import { ProblemError } from '@journeybook/contracts';
import { fieldError } from '../../ui/problem-notice.js';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is missing, before it was sent. */
  readonly missing?: string | undefined;
  /** What the server had against it. */
  readonly error: unknown;
}

/** Where a new password is chosen. Any manager of passwords may fill it in. */
export const PasswordField = ({ label, value, onChange, missing, error }: PasswordFieldProps) => (
  <PasswordInput
    label={label}
    description="At least 12 characters. A few words that do not belong together make a good one."
    required
    autoComplete="new-password"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={missing ?? whatIsWrong(error) ?? fieldError(error, 'password')}
    visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
  />
);

/** What the server has against the password itself, in its own words; nothing when it refused for another reason. */
export const whatIsWrong = (error: unknown): string | undefined =>
  error instanceof ProblemError && error.problem.kind.startsWith('password-') ? error.problem.detail : undefined;
