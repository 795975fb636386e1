import { Button, Modal } from '@mantine/core';
import type { StandardId } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { FileFaults, FileField } from '../../ui/file-field.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
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
      <FileField
        description="A workbook with the sheets Details, WorkProcesses, RelatedInstruction and WageSchedule (.xlsx), or a program file (.yaml)"
        accept=".xlsx,.yaml,.yml"
        error={wrong}
        onChoose={choose}
      />
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
