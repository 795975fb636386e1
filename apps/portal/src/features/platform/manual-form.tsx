import { Button, Textarea, TextInput } from '@mantine/core';
import type { ConnectPlatformBody, ToolAddresses } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { CopyField } from '../../ui/copy-field.js';
import { useConnect } from './use-platforms.js';

const fields = [
  { name: 'name', label: 'Name', description: 'What this installation is called here, for example “Brightspace”' },
  { name: 'issuer', label: 'Issuer', description: 'Also called platform ID or audience' },
  { name: 'clientId', label: 'Client ID', description: 'Also called application ID' },
  { name: 'authUrl', label: 'Authentication address', description: 'OIDC or authorization endpoint' },
  { name: 'tokenUrl', label: 'Token address', description: 'OAuth2 access token endpoint' },
  { name: 'jwksUrl', label: 'Key set address', description: 'JWKS or public keyset URL' },
] as const;

type Draft = Record<(typeof fields)[number]['name'] | 'deploymentIds', string>;
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
  const set = (name: keyof Draft, value: string) => setDraft((before) => ({ ...before, [name]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    connect.mutate(bodyOf(draft), {
      onSuccess: () => {
        setDraft(blank);
        onConnected(draft.name.trim());
      },
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
        <CopyField label="Icon" value={tool.icon} />
      </section>
      <form onSubmit={submit} className="stack" noValidate aria-label="What the platform shows">
        <h3>2. Enter what the platform shows</h3>
        {fields.map(({ name, label, description }) => (
          <TextInput
            key={name}
            label={label}
            description={description}
            required
            autoComplete="off"
            value={draft[name]}
            onChange={(event) => set(name, event.currentTarget.value)}
            error={fieldError(connect.error, name)}
          />
        ))}
        <Textarea
          label="Deployment IDs"
          description="One a line. Each belongs to this college alone."
          required
          autosize
          minRows={2}
          value={draft.deploymentIds}
          onChange={(event) => set('deploymentIds', event.currentTarget.value)}
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
