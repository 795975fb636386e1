import { Button } from '@mantine/core';
import { endpoints, type PartnerProvider, type Shown } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { Line } from '../../ui/line.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useProviderAct } from './use-providers.js';

interface PartnersCardProps {
  readonly partners: readonly PartnerProvider[];
  readonly onDone: (words: string) => void;
}

/** What partners ask their sponsor for: the domains whose addresses their sign-in may speak for. */
export const PartnersCard = ({ partners, onDone }: PartnersCardProps) => (
  <section className="card stack" aria-labelledby="partners">
    <h2 id="partners">Employers and colleges</h2>
    <p className="soft">
      Allow a domain when you know that it is theirs: their sign-in then says who has an address there. A domain belongs
      to one organization at a time.
    </p>
    {partners.map((one) => (
      <Partner key={one.id} partner={one} onDone={onDone} />
    ))}
  </section>
);

function Partner({ partner, onDone }: { partner: PartnerProvider; onDone: (words: string) => void }) {
  const { id, name, issuer, isOn, onlyWay, domains } = partner;
  const place = (domain: string) => ({ params: { organization: id, domain } });
  const allow = useProviderAct((client, domain: string) => client(endpoints.allowDomain, place(domain)));
  const remove = useProviderAct((client, { domain, edition }: { domain: string; edition: Shown }) =>
    client(endpoints.removeDomain, { ...place(domain), ifMatch: edition }),
  );
  const lift = useProviderAct((client, organization: string) =>
    client(endpoints.useProvider, { params: { organization }, body: { isOn: true, onlyWay: false } }),
  );
  return (
    <section className="stack" aria-label={name}>
      <h3>
        {name} <Badge tone={isOn ? 'ok' : 'plain'}>{isOn ? (onlyWay ? 'on, the only way' : 'on') : 'off'}</Badge>
      </h3>
      {issuer && <p className="soft">{issuer}</p>}
      <ul aria-label={`Domains of ${name}`}>
        {domains.map(({ domain, allowedAt, edition }) => (
          <Line
            key={domain}
            title={domain}
            end={
              <>
                {allowedAt && <Badge tone="ok">allowed</Badge>}
                {!allowedAt && (
                  <Button
                    aria-label={`Allow ${domain} for ${name}`}
                    loading={allow.isPending && allow.variables === domain}
                    onClick={() =>
                      allow.mutate(domain, { onSuccess: () => onDone(`${domain} is allowed for ${name}.`) })
                    }
                  >
                    Allow
                  </Button>
                )}
                <Button
                  variant="default"
                  aria-label={allowedAt ? `Take away ${domain} from ${name}` : `Refuse ${domain} to ${name}`}
                  loading={remove.isPending && remove.variables.domain === domain}
                  onClick={() =>
                    remove.mutate({ domain, edition }, { onSuccess: () => onDone(`${domain} is not ${name}’s here.`) })
                  }
                >
                  {allowedAt ? 'Take away' : 'Refuse'}
                </Button>
              </>
            }
          />
        ))}
      </ul>
      {onlyWay && (
        <div>
          <Button
            variant="default"
            loading={lift.isPending}
            onClick={() => lift.mutate(id, { onSuccess: () => onDone(`Passwords are good at ${name} again.`) })}
          >
            Let passwords in at {name} again
          </Button>
        </div>
      )}
      <ProblemNotice error={allow.error ?? remove.error ?? lift.error} />
    </section>
  );
}
