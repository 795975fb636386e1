import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type AgencyExport, endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { saveFile, toCsv } from '../../ui/save-file.js';

/** One registration as the agency's table has it. */
export const toAgencyTable = (file: AgencyExport): string =>
  toCsv([
    ['field', 'title', 'answer', 'code'],
    ['name', 'Name', file.apprentice.name, ''],
    ['email', 'E-mail', file.apprentice.email ?? '', ''],
    ['birth-date', 'Date of birth', file.bornOn ?? 'Not given', ''],
    ['ssn', 'Social security number', file.ssn ?? 'Not given', ''],
    ['sponsor', 'Sponsor', file.sponsor.name, ''],
    ['occupation', 'Occupation', file.occupation.title, file.occupation.rapidsCode],
    ['began', 'First day', file.beganOn, ''],
    ['guardian', 'Guardian', file.guardian ?? '', ''],
    ...file.answers.map(({ field, title, answer, code }) => [field, title, answer, code]),
  ]);

/** Takes one apprentice's answers out for the agency: with a reason, and seen by the apprentice. */
export function AgencyExportCard({ onDone }: { onDone: (words: string) => void }) {
  const client = useClient();
  const [apprenticeship, setApprenticeship] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const agreements = useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => client(endpoints.listRetention, { signal }),
  });
  const people = agreements.data?.agreements.filter(({ state }) => state !== 'erased') ?? [];
  const take = useMutation({
    mutationFn: (id: ApprenticeshipId) =>
      client(endpoints.exportForAgency, { params: { apprenticeship: id }, body: { reason: reason.trim() } }),
    gcTime: 0,
    onSuccess: (file) => {
      saveFile(`agency-${file.apprenticeship}.csv`, toAgencyTable(file), 'text/csv');
      setTried(false);
      setReason('');
      onDone(
        `The file about ${file.apprentice.name} is saved on this device. ${file.apprentice.name} sees that you took it.`,
      );
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const chosen = people.find((one) => one.apprenticeship === apprenticeship);
    if (chosen && reason.trim() !== '') return take.mutate(chosen.apprenticeship);
    return focusFirstError(event.currentTarget);
  };
  return (
    <section className="card" aria-labelledby="agency-file">
      <form className="stack" onSubmit={submit} noValidate>
        <h2 id="agency-file">File for the registration agency</h2>
        <p className="soft">
          One registration with the answers the apprentice gave (form ETA 671), the social security number among them if
          it was given. Send it to the agency and to nobody else, and delete it afterwards.
        </p>
        <NativeSelect
          label="Apprentice"
          required
          value={apprenticeship}
          onChange={(event) => setApprenticeship(event.currentTarget.value)}
          data={[
            { value: '', label: 'Choose an apprentice' },
            ...people.map((one) => ({ value: one.apprenticeship, label: `${one.apprentice.name}, ${one.occupation}` })),
          ]}
          error={tried && apprenticeship === '' ? 'Choose an apprentice' : undefined}
        />
        <Textarea
          label="Why"
          description="The apprentice reads this."
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && reason.trim() === '' ? 'Say why' : undefined}
        />
        <ProblemNotice error={agreements.error} onRetry={() => void agreements.refetch()} />
        <ProblemNotice error={take.error} />
        <div>
          <Button type="submit" loading={take.isPending}>
            Save the file
          </Button>
        </div>
      </form>
    </section>
  );
}
