import { type AgreementView, endpoints } from '@journeybook/contracts';
import { federalPolicy } from '@journeybook/domain';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import type { agreementToSend } from './registration-form.js';
import type { signaturesToSend } from './signature-form.js';
import { useAgreementKeeper } from './use-agreement.js';

/** What can be chosen for an agreement: by sponsor its employers, published programs and people who come back. */
export function useProgramOptions() {
  const client = useClient();
  return useQuery({
    queryKey: ['program-options'],
    queryFn: ({ signal }) => client(endpoints.programOptions, { signal }),
    select: (answer) => answer.sponsors,
  });
}

/** From which age nobody signs for one under this standard; the federal age while it is not read. */
export function useAdultAge(standard: string): number {
  const client = useClient();
  const terms = useQuery({
    queryKey: ['adult-age', standard],
    queryFn:
      standard === '' ? skipToken : ({ signal }) => client(endpoints.readStandard, { params: { standard }, signal }),
    select: ({ contents }) => contents.terms?.agency.adultAge,
    staleTime: Infinity,
  });
  return terms.data ?? federalPolicy.adultAge;
}

interface Registration {
  readonly draft: ReturnType<typeof agreementToSend>;
  /** Null keeps it as a draft. */
  readonly signatures: ReturnType<typeof signaturesToSend> | null;
}

/**
 * Drafts an agreement and registers it. When only the registration is refused, the draft stays (`drafted`) and the next try
 * registers that one; its id is made once, so that sending it twice makes one.
 */
export function useRegistration() {
  const client = useClient();
  const keep = useAgreementKeeper();
  const [id] = useState(() => crypto.randomUUID());
  const [drafted, setDrafted] = useState<AgreementView | null>(null);
  const send = useMutation({
    mutationFn: async ({ draft, signatures }: Registration) => {
      const agreement = drafted ?? (await client(endpoints.draftAgreement, { body: { ...draft, id } }));
      setDrafted(agreement);
      keep(agreement);
      if (!signatures) return agreement;
      const { apprenticeship } = agreement;
      return client(endpoints.registerApprentice, { params: { apprenticeship }, body: signatures });
    },
    onSuccess: keep,
  });
  return { id, drafted, send };
}
