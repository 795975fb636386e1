import type { OwnProvider } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { DomainList } from './domain-list.js';
import { LinkedList } from './linked-list.js';
import { ProviderForm } from './provider-form.js';
import { UseCard } from './use-card.js';

interface ProviderCardProps {
  readonly organization: OwnProvider;
  readonly onDone: (words: string) => void;
}

/** The sign-in of one organisation, in the order in which it is set up. */
export function ProviderCard({ organization, onDone }: ProviderCardProps) {
  const { id, name, provider, linked } = organization;
  return (
    <section className="card stack" aria-labelledby={`provider-${id}`}>
      <h2 id={`provider-${id}`}>
        {name}{' '}
        <Badge tone={provider?.isOn ? 'ok' : 'plain'}>
          {provider?.isOn ? (provider.onlyWay ? 'on, the only way' : 'on') : 'passwords only'}
        </Badge>
      </h2>
      <p className="soft">
        Your people can sign in with the accounts your organization gives them: Microsoft Entra ID, Google Workspace,
        Okta, Keycloak or any other OpenID Connect provider.
      </p>
      <ProviderForm organization={organization} onDone={onDone} />
      <DomainList organization={organization} onDone={onDone} />
      {provider && <UseCard organization={organization} provider={provider} onDone={onDone} />}
      {linked.length > 0 && <LinkedList organization={organization} onDone={onDone} />}
    </section>
  );
}
