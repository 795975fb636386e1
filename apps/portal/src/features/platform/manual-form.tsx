import { Button, Textarea, TextInput } from '@mantine/core';
import type { ConnectPlatformBody, CorrectPlatformBody, ToolAddresses } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { CopyField } from '../../ui/copy-field.js';
import { AddressFields } from './address-fields.js';
import { useConnect } from './use-platforms.js';

type Draft = CorrectPlatformBody & Record<'name' | 'deploymentIds', string>;
const blank: Draft = {
  name: '',
  issuer: '',
  clientId: '',
  authUrl: '',
  tokenUrl: '',
  jwksUrl: '',
  deploymentIds: '',
};

/** The deployment ids as they were typed, one a line. */
const bodyOf = ({ deploymentIds, ...draft }: Draft): ConnectPlatformBody => ({
  ...draft,
  deploymentIds: deploymentIds.split(/\s+/).filter((id) => id !== ''),
});

interface ManualFormProps {
  readonly college: string;
  readonly tool: ToolAddresses;
  readonly onConnected: (name: string) => void;
}

/** Both halves of a connection by hand: what the platform asks for, and what it shows afterwards. */
export function ManualForm({ college, tool, onConnected }: ManualFormProps) {
  const [draft, setDraft] = useState(blank);
  const connect = useConnect(college);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    connect.mutate(bodyOf(draft), {
      onSuccess: () => {
        setDraft(blank);
        onConnected(draft.name.trim());
      },
      onError: () => focusFirstError(form),
    });
  };
  return (
    <div className="stack">
      <section className="stack" aria-label="What the platform asks for">
        <h3>1. Register Journeybook in the platform with these addresses</h3>
        <CopyField label="Login initiation address" value={tool.login} />
        <CopyField label="Launch or redirect address" value={tool.launch} />
        <CopyField label="Deep linking address" value={tool.deepLinking} />
        <CopyField label="Public key set (JWKS)" value={tool.keys} />
        <CopyField label="Icon (in Moodle: Icon URL and Secure icon URL, under “Show more…”)" value={tool.icon} />
      </section>
      <form onSubmit={submit} className="stack" noValidate aria-label="What the platform shows">
        <h3>2. Enter what the platform shows</h3>
        <TextInput
          label="Name"
          description="What this installation is called here, for example “Brightspace”"
          required
          autoComplete="off"
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={fieldError(connect.error, 'name')}
        />
        <AddressFields draft={draft} error={connect.error} onChange={set} />
        <Textarea
          label="Deployment IDs"
          description="One a line. Each belongs to this college alone."
          required
          autosize
          minRows={2}
          value={draft.deploymentIds}
          onChange={(event) => set({ deploymentIds: event.currentTarget.value })}
          error={fieldError(connect.error, 'deploymentIds') ?? fieldError(connect.error, 'deploymentIds.0')}
        />
        <ProblemNotice error={connect.error} />
        <div>
          <Button type="submit" loading={connect.isPending}>
            Connect
          </Button>
        </div>
      </form>
    </div>
  );
}
