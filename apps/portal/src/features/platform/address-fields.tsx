import { TextInput } from '@mantine/core';
import type { CorrectPlatformBody } from '@journeybook/contracts';
import { fieldError } from '../../ui/problem-notice.js';

const names = [
  {
    name: 'issuer',
    label: 'Issuer',
    description:
      'Moodle calls it Platform ID, others issuer or audience. Copy it letter by letter; Moodle’s has no slash at the end.',
  },
  { name: 'clientId', label: 'Client ID', description: 'Also called application ID' },
] as const;

const addresses = [
  { name: 'authUrl', label: 'Authentication address', description: 'OIDC or authorization endpoint' },
  { name: 'tokenUrl', label: 'Token address', description: 'OAuth2 access token endpoint' },
  { name: 'jwksUrl', label: 'Key set address', description: 'JWKS or public keyset URL' },
] as const;

interface AddressFieldsProps {
  readonly draft: CorrectPlatformBody;
  /** Whether issuer and client id stay as they are. */
  readonly keepsNames?: boolean;
  readonly error: unknown;
  readonly onChange: (part: Partial<CorrectPlatformBody>) => void;
}

/** What a platform shows of itself, in the order in which most show it. */
export function AddressFields({ draft, keepsNames = false, error, onChange }: AddressFieldsProps) {
  const fields = keepsNames ? addresses : [...names, ...addresses];
  return fields.map(({ name, label, description }) => (
    <TextInput
      key={name}
      label={label}
      description={description}
      required
      autoComplete="off"
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={fieldError(error, name)}
    />
  ));
}
