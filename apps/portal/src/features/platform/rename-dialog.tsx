import { Button, TextInput } from '@mantine/core';
import type { PlatformConnectionView } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { useRename } from './use-platforms.js';

interface RenameDialogProps {
  readonly college: string;
  readonly platform: Pick<PlatformConnectionView, 'id' | 'name' | 'edition'>;
  readonly onClose: () => void;
}

/** Gives an installation another name on these pages; the platform is not told. */
export function RenameDialog({ college, platform, onClose }: RenameDialogProps) {
  const [name, setName] = useState(platform.name);
  const rename = useRename(college);
  const { ifMatch: shown } = useShown(platform.edition, rename.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ platform: platform.id, name, shown }, { onSuccess: onClose });
  };
  return (
    <FormDialog opened title={`Rename ${platform.name}`} onClose={onClose}>
      <form onSubmit={submit} className="stack" noValidate>
        <TextInput
          data-autofocus
          label="Name"
          required
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(rename.error, 'name')}
        />
        <ProblemNotice error={rename.error} says={sayChanged(rename.error, `It is called “${platform.name}” now.`)} />
        <div className="row">
          <Button type="submit" loading={rename.isPending}>
            Rename
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </FormDialog>
  );
}
