import { Button, TextInput } from '@mantine/core';
import { endpoints, type OwnProvider } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { Line } from '../../ui/line.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { showInstantDate } from '../../ui/show-dates.js';
import { useProviderAct } from './use-providers.js';

interface DomainListProps {
  readonly organization: OwnProvider;
  readonly onDone: (words: string) => void;
}

type Domain = OwnProvider['domains'][number];

/** The domains of addresses that the provider speaks for, and the way to ask for one. */
export function DomainList({ organization: { id, kind, domains }, onDone }: DomainListProps) {
  const [domain, setDomain] = useState('');
  const [tried, setTried] = useState(false);
  const request = useProviderAct((client, asked: string) =>
    client(endpoints.requestDomain, { params: { organization: id }, body: { domain: asked } }),
  );
  const remove = useProviderAct((client, which: Domain) =>
    client(endpoints.removeDomain, { params: { organization: id, domain: which.domain }, ifMatch: which.edition }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (domain.trim() === '') return focusFirstError(event.currentTarget);
    request.mutate(domain.trim(), {
      onSuccess: () => {
        setDomain('');
        setTried(false);
        onDone(kind === 'sponsor' ? `${domain.trim()} is yours.` : `Your sponsor is asked to allow ${domain.trim()}.`);
      },
    });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate aria-label="E-mail domains">
      <h3>2. E-mail domains</h3>
      <p className="soft">
        What stands behind the @ of your people’s addresses. {kind !== 'sponsor' && 'Your sponsor has to allow each.'}
      </p>
      <ul aria-label="E-mail domains">
        {domains.map((one) => (
          <Line
            key={one.domain}
            title={one.domain}
            end={
              <>
                <Badge tone={one.allowedAt ? 'ok' : 'wait'}>
                  {one.allowedAt ? 'allowed' : 'waits for the sponsor'}
                </Badge>
                <Button
                  variant="default"
                  aria-label={`Take away ${one.domain}`}
                  loading={remove.isPending && remove.variables.domain === one.domain}
                  onClick={() => remove.mutate(one, { onSuccess: () => onDone(`${one.domain} is taken away.`) })}
                >
                  Take away
                </Button>
              </>
            }
          >
            {one.allowedAt ? `since ${showInstantDate(one.allowedAt)}` : `asked on ${showInstantDate(one.requestedAt)}`}
          </Line>
        ))}
      </ul>
      <ProblemNotice error={remove.error} />
      <TextInput
        label="Another domain"
        description="Such as college.edu"
        autoComplete="off"
        value={domain}
        onChange={(event) => setDomain(event.currentTarget.value)}
        error={
          (tried && domain.trim() === '' ? 'Enter a domain such as college.edu' : undefined) ??
          fieldError(request.error, 'domain')
        }
      />
      <ProblemNotice error={request.error} />
      <div>
        <Button type="submit" variant="default" loading={request.isPending}>
          {kind === 'sponsor' ? 'Add the domain' : 'Ask for the domain'}
        </Button>
      </div>
    </form>
  );
}
