import { Button, TextInput } from '@mantine/core';
import type { SecondStep } from '@journeybook/contracts';

export type CodeKind = SecondStep['kind'];

interface CodeFieldProps {
  readonly kind: CodeKind;
  /** The kinds there are. */
  readonly kinds: readonly CodeKind[];
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly onKind: (kind: CodeKind) => void;
  readonly error: string | undefined;
}

const labels = {
  code: 'Code from your authenticator app',
  'recovery-code': 'Recovery code',
} as const;
const descriptions = {
  code: 'Six digits; the app on your phone shows another one each half minute.',
  'recovery-code': 'One of the ten codes that you put away. Each works once.',
} as const;
const others = { code: 'Use a recovery code instead', 'recovery-code': 'Use a code from the app instead' } as const;

/** Where the second step is typed: a code of the app, or one from paper. */
export function CodeField({ kind, kinds, value, onChange, onKind, error }: CodeFieldProps) {
  const other = kinds.find((one) => one !== kind);
  return (
    <div>
      <TextInput
        data-autofocus
        label={labels[kind]}
        description={descriptions[kind]}
        required
        autoComplete={kind === 'code' ? 'one-time-code' : 'off'}
        inputMode={kind === 'code' ? 'numeric' : 'text'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
      {other && (
        <Button variant="subtle" onClick={() => onKind(other)}>
          {others[kind]}
        </Button>
      )}
    </div>
  );
}
