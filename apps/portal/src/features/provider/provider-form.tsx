import { Button, PasswordInput, TextInput } from '@mantine/core';
import { endpoints, type OwnProvider, type Shown } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { CopyField } from '../../ui/copy-field.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { useProviderAct } from './use-providers.js';

interface ProviderFormProps {
  readonly organization: OwnProvider;
  readonly onDone: (words: string) => void;
}

/** Both halves of a connection: what the provider asks for, and what it shows. */
export function ProviderForm({ organization, onDone }: ProviderFormProps) {
  const { id, redirectAddress, provider, edition } = organization;
  const [form, setForm] = useState({ issuer: provider?.issuer ?? '', clientId: provider?.clientId ?? '', secret: '' });
  const [tried, setTried] = useState(false);
  const { issuer, clientId, secret } = form;
  const needsSecret = provider?.issuer !== issuer.trim();
  const save = useProviderAct((client, shown: Shown) =>
    client(endpoints.saveProvider, {
      params: { organization: id },
      body: { issuer: issuer.trim(), clientId: clientId.trim(), secret: secret.trim() || null },
      ifMatch: shown,
    }),
  );
  const { ifMatch: shown, keep } = useShown(edition, save.error);
  const missing = (value: string, words: string) => (tried && value.trim() === '' ? words : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (issuer.trim() === '' || clientId.trim() === '' || (needsSecret && secret.trim() === ''))
      return focusFirstError(event.currentTarget);
    save.mutate(shown, {
      onSuccess: (saved) => {
        keep(saved.edition);
        setForm({ issuer: saved.provider?.issuer ?? issuer, clientId, secret: '' });
        onDone('The provider is saved, and off until you have tested it.');
      },
    });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate aria-label="The provider">
      <h3>1. The provider</h3>
      <CopyField label="Redirect address, to enter at the provider" value={redirectAddress} />
      <TextInput
        label="Issuer"
        description="An address such as https://login.microsoftonline.com/…/v2.0 or https://accounts.google.com"
        required
        autoComplete="off"
        value={issuer}
        onChange={(event) => setForm({ ...form, issuer: event.currentTarget.value })}
        error={missing(issuer, 'Enter the issuer') ?? fieldError(save.error, 'issuer')}
      />
      <TextInput
        label="Client ID"
        description="Also called application ID"
        required
        autoComplete="off"
        value={clientId}
        onChange={(event) => setForm({ ...form, clientId: event.currentTarget.value })}
        error={missing(clientId, 'Enter the client ID') ?? fieldError(save.error, 'clientId')}
      />
      <PasswordInput
        label="Client secret"
        description={
          needsSecret ? 'It is kept sealed and never shown again' : 'Leave it empty to keep the one there is'
        }
        required={needsSecret}
        autoComplete="off"
        value={secret}
        onChange={(event) => setForm({ ...form, secret: event.currentTarget.value })}
        error={(needsSecret && missing(secret, 'Enter the client secret')) || fieldError(save.error, 'secret')}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the client secret' }}
      />
      <ProblemNotice error={save.error} says={sayChanged(save.error, sayEntered(provider))} />
      <div>
        <Button type="submit" variant={provider ? 'default' : 'filled'} loading={save.isPending}>
          Save the provider
        </Button>
      </div>
    </form>
  );
}

const sayEntered = (provider: OwnProvider['provider']): string =>
  provider
    ? `The issuer ${provider.issuer} with the client ID ${provider.clientId} is entered now.`
    : 'Nothing is entered now.';
