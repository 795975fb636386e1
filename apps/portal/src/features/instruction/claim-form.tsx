import { Button, TextInput } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';

/** A learner claims their record with the code that the sponsor or the employer gave them. What was typed stays when refused. */
export function ClaimForm() {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const client = useClient();
  const queries = useQueryClient();
  const claim = useMutation({
    mutationFn: (typed: string) => client(endpoints.claimRecord, { body: { code: typed } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['launch-record'] }),
  });
  const isEmpty = code.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isEmpty) claim.mutate(code.trim());
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextInput
        label="Code from your sponsor or employer"
        description="8 letters and digits; it works once, for 14 days."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={tried && isEmpty ? 'Type the code' : fieldError(claim.error, 'code')}
      />
      <ProblemNotice error={claim.error} />
      <div>
        <Button type="submit" loading={claim.isPending}>
          Open my record
        </Button>
      </div>
    </form>
  );
}
