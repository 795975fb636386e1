import { Input } from '@mantine/core';
import { ProblemError } from '@journeybook/contracts';
import { useId } from 'react';
import css from './file.module.css';

interface FileFieldProps {
  readonly description: string;
  /** Endings, such as `.csv,.xlsx`. */
  readonly accept: string;
  readonly error: string;
  readonly onChoose: (file: File | null) => void;
}

/** A file of this device, chosen with the device's own dialog. */
export function FileField({ description, accept, error, onChoose }: FileFieldProps) {
  const field = useId();
  return (
    <Input.Wrapper id={field} size="md" label="File" description={description} error={error}>
      <input
        id={field}
        type="file"
        accept={accept}
        className={css.file}
        aria-invalid={error !== ''}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
    </Input.Wrapper>
  );
}

/** What is wrong with a file, by its place in it. */
export function FileFaults({ error }: { error: unknown }) {
  const faults = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  if (faults.length === 0) return null;
  return (
    <ul className={css.faults} aria-label="Faults of the file" tabIndex={0}>
      {faults.map(({ field, message }, index) => (
        <li key={index}>
          <b>{field}</b>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
