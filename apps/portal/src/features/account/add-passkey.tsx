import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { makePasskey, passkeysWork } from '../../api/passkeys.js';
import { DialogForm, FormDialog } from '../../ui/form-dialog.js';
import { fieldError } from '../../ui/problem-notice.js';
import { useSecondFactorAct } from './use-second-factors.js';

interface AddPasskeyProps {
  readonly onDone: (words: string, recoveryCodes: readonly string[] | null) => void;
}

/** Adds a passkey of this device, or of one that the browser lets choose. */
export function AddPasskey({ onDone }: AddPasskeyProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  if (!passkeysWork()) return <p className="soft">This browser cannot use passkeys here.</p>;
  return (
    <div>
      <Button variant="default" onClick={() => setOpened(true)}>
        Add a passkey
      </Button>
      <FormDialog opened={opened} title="Add a passkey" onClose={close}>
        <AddForm
          onDone={(words, codes) => {
            close();
            onDone(words, codes);
          }}
          onClose={close}
        />
      </FormDialog>
    </div>
  );
}

function AddForm({ onDone, onClose }: AddPasskeyProps & { onClose: () => void }) {
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const add = useSecondFactorAct(makePasskey);
  const missing = tried && name.trim() === '' ? 'Give it a name' : undefined;
  const submit = () => {
    setTried(true);
    if (name.trim() === '') return false;
    add.mutate(name.trim(), {
      onSuccess: ({ recoveryCodes }) => onDone(`You can sign in with the passkey ${name.trim()} now.`, recoveryCodes),
    });
    return true;
  };
  return (
    <DialogForm action="Go on" busy={add.isPending} error={add.error} onSubmit={submit} onClose={onClose}>
      <p>Your phone or computer asks for your fingerprint, face or PIN. None of them leaves it.</p>
      <TextInput
        data-autofocus
        label="Name of the passkey"
        description="So that you know it again, such as My phone."
        required
        maxLength={60}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={missing ?? fieldError(add.error, 'name')}
      />
    </DialogForm>
  );
}
