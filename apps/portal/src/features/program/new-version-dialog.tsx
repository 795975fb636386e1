import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import type { StandardSummary } from '@journeybook/contracts';
import type { StandardId } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { useCreateDraft } from './use-standards.js';

interface NewVersionDialogProps {
  readonly opened: boolean;
  /** The version to begin from when it is already known; null lets one choose. */
  readonly from: StandardId | null;
  readonly standards: readonly StandardSummary[];
  readonly onClose: () => void;
  readonly onMade: (draft: StandardId) => unknown;
}

/** Begins a draft: from which version, and what the new one is called. */
export function NewVersionDialog({ opened, ...rest }: NewVersionDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title="New version"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <NewVersionForm {...rest} />
    </Modal>
  );
}

const shipped = 'shipped';

function NewVersionForm({ from, standards, onClose, onMade }: Omit<NewVersionDialogProps, 'opened'>) {
  const published = standards.filter((one) => one.status === 'published');
  const [chosen, setChosen] = useState<string>(from ?? published[0]?.id ?? shipped);
  const [version, setVersion] = useState('');
  const [missing, setMissing] = useState(false);
  const create = useCreateDraft();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(version.trim() === '');
    if (version.trim() === '') return;
    const body = { from: published.find((one) => one.id === chosen)?.id ?? null, version: version.trim() };
    create.mutate(body, { onSuccess: (draft) => void onMade(draft.id) });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <NativeSelect
        label="Begin with"
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          ...published.map((one) => ({ value: one.id, label: `${one.occupation.title}, version ${one.version}` })),
          { value: shipped, label: 'The IMT program as it ships' },
        ]}
      />
      <TextInput
        data-autofocus
        label="Name of the new version"
        description="As the agreements will call it, for example 2027.1"
        required
        maxLength={60}
        value={version}
        onChange={(event) => setVersion(event.currentTarget.value)}
        error={missing && version.trim() === '' ? 'Name the version' : fieldError(create.error, 'version')}
      />
      <p className="soft">It begins as a draft that only you can see, and everything in it can be changed.</p>
      <ProblemNotice error={create.error} />
      <div className="row">
        <Button type="submit" loading={create.isPending}>
          Begin the draft
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
