import { Button, TextInput } from '@mantine/core';
import { endpoints, type SecondFactorsView, type Shown } from '@journeybook/contracts';
import { useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DialogForm, FormDialog } from '../../ui/form-dialog.js';
import { Line } from '../../ui/line.js';
import { fieldError } from '../../ui/problem-notice.js';
import { showAge, showInstantDate } from '../../ui/show-dates.js';
import css from './second-factor.module.css';
import { useSecondFactorAct } from './use-second-factors.js';

type Passkey = SecondFactorsView['passkeys'][number];

interface PasskeyLineProps {
  readonly passkey: Passkey;
  readonly onDone: (words: string) => void;
}

/** One passkey, with its name and when it was used last. */
export function PasskeyLine({ passkey, onDone }: PasskeyLineProps) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const [opened, setOpened] = useState<'name' | 'removal' | null>(null);
  const remove = useSecondFactorAct((client, which: string) =>
    client(endpoints.removePasskey, { params: { passkey: which } }),
  );
  const close = () => setOpened(null);
  const done = (words: string) => {
    close();
    onDone(words);
  };
  return (
    <Line
      title={name}
      end={
        <div className={css.acts}>
          <Button variant="default" aria-label={`Rename ${name}`} onClick={() => setOpened('name')}>
            Rename
          </Button>
          <Button variant="default" aria-label={`Remove ${name}`} onClick={() => setOpened('removal')}>
            Remove
          </Button>
        </div>
      }
    >
      since {showInstantDate(createdAt)} · {lastUsedAt ? `last used ${showAge(lastUsedAt)}` : 'not used yet'}
      <FormDialog opened={opened === 'name'} title="Rename the passkey" onClose={close}>
        <NameForm passkey={passkey} onDone={done} onClose={close} />
      </FormDialog>
      <ConfirmDialog
        opened={opened === 'removal'}
        title={`Remove ${name}?`}
        action="Remove it"
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(id, { onSuccess: () => done(`${name} is removed.`) })}
        onClose={close}
      >
        <p>It does not let you in any more. You are signed out on every other device.</p>
      </ConfirmDialog>
    </Line>
  );
}

function NameForm({ passkey, onDone, onClose }: PasskeyLineProps & { onClose: () => void }) {
  const [name, setName] = useState(passkey.name);
  const rename = useSecondFactorAct((client, { given, shown }: { given: string; shown: Shown }) =>
    client(endpoints.renamePasskey, { params: { passkey: passkey.id }, body: { name: given }, ifMatch: shown }),
  );
  const { ifMatch: shown } = useShown(passkey.edition, rename.error);
  const missing = name.trim() === '' ? 'Give it a name' : undefined;
  const submit = () => {
    if (missing) return false;
    const given = name.trim();
    rename.mutate({ given, shown }, { onSuccess: () => onDone(`The passkey is called ${given} now.`) });
    return true;
  };
  return (
    <DialogForm
      action="Keep the name"
      busy={rename.isPending}
      error={rename.error}
      says={sayChanged(rename.error, `It is called “${passkey.name}” now.`)}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label="Name"
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={missing ?? fieldError(rename.error, 'name')}
      />
    </DialogForm>
  );
}
