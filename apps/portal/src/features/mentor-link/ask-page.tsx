import { Button, TextInput } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { Loading } from '../../ui/loading.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { PlainPage } from '../../ui/plain-page.js';

/** Behind the QR code that an apprentice shows: the mentor says where the link shall go. The code itself decides nothing. */
export function AskPage({ code }: { code: string }) {
  const client = useClient();
  const asked = useQuery({
    queryKey: ['mentor-code', code],
    queryFn: ({ signal }) => client(endpoints.openMentorCode, { body: { code }, signal }),
    retry: false,
    meta: { quiet: true },
  });
  return (
    <PlainPage title={asked.data ? `${asked.data.apprentice} asks you` : 'An apprentice asks you'}>
      {asked.isPending && <Loading what="who asks" heights={[200]} />}
      <ProblemNotice error={asked.error} onRetry={asked.refetch} />
      {asked.data && <SendForm code={code} employer={asked.data.employer} />}
    </PlainPage>
  );
}

function SendForm({ code, employer }: { code: string; employer: string }) {
  const client = useClient();
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () => client(endpoints.sendLinkByCode, { body: { code, email: email.trim() } }),
    meta: { quiet: true },
  });
  const missing = tried && email.trim() === '' ? 'Enter your e-mail address' : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '') focusFirstError(event.currentTarget);
    else send.mutate();
  };
  const words = `If ${email.trim()} is a mentor’s address there, a letter with your link is on its way. It is good for three days.`;
  return (
    <section className="card stack" aria-label="Your link">
      <p>Are you a mentor at {employer}? Give your e-mail address. You get a letter with a link of your own.</p>
      <form className="stack" onSubmit={submit} noValidate>
        <TextInput
          label="Your e-mail"
          type="email"
          autoComplete="email"
          value={email}
          onChange={(event) => {
            send.reset();
            setEmail(event.currentTarget.value);
          }}
          error={missing ?? fieldError(send.error, 'email')}
        />
        <ProblemNotice error={send.error} />
        <DoneNotice>{send.isSuccess ? words : ''}</DoneNotice>
        <Button type="submit" size="lg" fullWidth loading={send.isPending}>
          Send me the link
        </Button>
      </form>
    </section>
  );
}
