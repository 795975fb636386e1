import { Button, CopyButton, TextInput } from '@mantine/core';
import css from './copy-field.module.css';

/** A text to take along: it can be selected, and a button copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  return (
    <div className={css.copy}>
      <TextInput label={label} value={value} readOnly onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={value} timeout={4_000}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy} aria-label={`Copy: ${label}`}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
