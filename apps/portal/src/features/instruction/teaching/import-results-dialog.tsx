import type { TaughtSectionView } from '@journeybook/contracts';
import { useState } from 'react';
import { FileFaults, FileField } from '../../../ui/file-field.js';
import { DialogForm, FormDialog } from '../../../ui/form-dialog.js';
import { countOf } from '../../../ui/show-dates.js';
import { useImportResults } from './use-teaching.js';

interface ImportResultsProps {
  readonly section: TaughtSectionView;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onRead: (words: string) => void;
}

/** Takes grades and attendance over from a gradebook's file; what is wrong with it is listed by row and column. */
export const ImportResultsDialog = ({ opened, ...rest }: ImportResultsProps) => (
  <FormDialog opened={opened} title="Grades from a file" onClose={rest.onClose}>
    <ImportForm {...rest} />
  </FormDialog>
);

/** What the API takes, in base64 a third larger. */
const largestBytes = 2_500_000;

function whyNot(file: File | null): string {
  if (!file) return 'Choose a file';
  if (!/\.(csv|xlsx)$/i.test(file.name)) return 'Choose a .csv or an .xlsx file';
  return file.size > largestBytes ? 'The file is larger than 2.5 MB: leave out what is not needed' : '';
}

function ImportForm({ section, onClose, onRead }: Omit<ImportResultsProps, 'opened'>) {
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState('');
  const importing = useImportResults(section.id);
  const submit = () => {
    setWrong(whyNot(file));
    if (!file || whyNot(file)) return false;
    importing.mutate(file, {
      onSuccess: ({ read, leftOut }) => {
        const others = leftOut > 0 ? ` ${countOf(leftOut, 'line is', 'lines are')} about nobody here.` : '';
        onRead(`${countOf(read, 'result')} taken from ${file.name}.${others} Confirm who completed.`);
        onClose();
      },
    });
    return true;
  };
  const choose = (chosen: File | null) => {
    importing.reset();
    setWrong('');
    setFile(chosen);
  };
  return (
    <DialogForm
      action="Take over"
      busy={importing.isPending}
      error={importing.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <FileField
        description="From Canvas, Moodle or your own list (.csv or .xlsx): a column that says who (student number, e-mail or name), and Grade in percent or Attended hours"
        accept=".csv,.xlsx"
        error={wrong}
        onChoose={choose}
      />
      <p className="soft">Nothing is credited before you confirm. A file with faults changes nothing.</p>
      <FileFaults error={importing.error} />
    </DialogForm>
  );
}
