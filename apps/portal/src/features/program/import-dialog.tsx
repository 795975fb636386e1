import { Button, Input, Modal } from '@mantine/core';
import { ProblemError } from '@journeybook/contracts';
import type { StandardId } from '@journeybook/domain';
import { type FormEvent, useId, useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.js';
import css from './import-dialog.module.css';
import { useImportDraft } from './use-standards.js';

interface ImportDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onMade: (draft: StandardId) => unknown;
}

/** A draft from a file; what is wrong with the file is listed by sheet, row and column. */
export function ImportDialog({ opened, ...rest }: ImportDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title="Import a program"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <ImportForm {...rest} />
    </Modal>
  );
}

/** What the API takes, in base64 a third larger. */
const largestBytes = 2_500_000;

function whyNot(file: File | null): string {
  if (!file) return 'Choose a file';
  if (!/\.(xlsx|ya?ml)$/i.test(file.name)) return 'Choose a workbook (.xlsx) or a program file (.yaml)';
  return file.size > largestBytes ? 'The file is larger than 2.5 MB: leave pictures and other sheets out' : '';
}

function ImportForm({ onClose, onMade }: Omit<ImportDialogProps, 'opened'>) {
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState('');
  const field = useId();
  const importing = useImportDraft();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(whyNot(file));
    if (!file || whyNot(file)) return;
    importing.mutate(file, { onSuccess: (draft) => void onMade(draft.id) });
  };
  const choose = (chosen: File | null) => {
    importing.reset();
    setWrong('');
    setFile(chosen);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Input.Wrapper
        id={field}
        size="md"
        label="File"
        description="A workbook with the sheets Details, WorkProcesses, RelatedInstruction and WageSchedule (.xlsx), or a program file (.yaml)"
        error={wrong}
      >
        <input
          id={field}
          type="file"
          accept=".xlsx,.yaml,.yml"
          className={css.file}
          aria-invalid={wrong !== ''}
          onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
        />
      </Input.Wrapper>
      <p className="soft">It becomes a draft. A file with faults changes nothing.</p>
      <ProblemNotice error={importing.error} />
      <FileFaults error={importing.error} />
      <div className="row">
        <Button type="submit" loading={importing.isPending}>
          Import
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function FileFaults({ error }: { error: unknown }) {
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
