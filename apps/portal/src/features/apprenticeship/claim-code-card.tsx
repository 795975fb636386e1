import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showInstantDate } from '../../ui/show-dates.js';

interface ClaimCodeCardProps {
  readonly apprenticeship: ApprenticeshipId;
  readonly name: string;
}

/** The sponsor or the employer gives an apprentice a code for the college's learning platform. It is shown once. */
export function ClaimCodeCard({ apprenticeship, name }: ClaimCodeCardProps) {
  const client = useClient();
  const give = useMutation({
    mutationFn: () => client(endpoints.giveClaimCode, { params: { apprenticeship } }),
  });
  return (
    <section className="card stack" aria-labelledby="claim-code">
      <h2 id="claim-code">At the college</h2>
      <p className="soft">
        If the college cannot tell who {name} is, a code lets them open this record from their course themselves.
      </p>
      <div role="status">
        {give.data && (
          <p>
            Give {name} this code: <b className="num">{give.data.code}</b>. It works once, until{' '}
            {showInstantDate(give.data.expiresAt)}, and is not shown again.
          </p>
        )}
      </div>
      <ProblemNotice error={give.error} />
      <div>
        <Button variant="default" loading={give.isPending} onClick={() => give.mutate()}>
          {give.data ? 'Give another code' : 'Give a code'}
        </Button>
      </div>
    </section>
  );
}
