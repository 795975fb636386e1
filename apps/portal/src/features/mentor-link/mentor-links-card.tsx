import { Button, NativeSelect } from '@mantine/core';
import { endpoints, type MentorLinksView } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { AboutField, aboutBody, aboutOptions, hoursThatWait } from './about-field.js';
import { LinkLine } from './link-line.js';
import { useMentorLinkAct, useMentorLinks } from './use-mentor-links.js';

interface MentorLinksCardProps {
  readonly apprenticeship: ApprenticeshipId;
  /** Shows nothing while nothing waits and no link was sent. */
  readonly quiet?: boolean;
}

/** Links in letters to mentors: sends one, and shows those that were sent with what was done by them. */
export function MentorLinksCard({ apprenticeship, quiet = false }: MentorLinksCardProps) {
  const links = useMentorLinks(apprenticeship);
  const [done, setDone] = useState('');
  const isEmpty = links.data?.links.length === 0 && aboutOptions(links.data).length === 0;
  // Whoever may not ask for links learns nothing here.
  if (quiet && (isEmpty || !links.data)) return null;
  return (
    <section className="card stack" aria-labelledby="mentor-links">
      <h2 id="mentor-links">Links to mentors</h2>
      <DoneNotice>{done}</DoneNotice>
      {links.isPending && <Loading what="the links" heights={[120]} />}
      <ProblemNotice error={links.error} onRetry={links.refetch} />
      {links.data && aboutOptions(links.data).length > 0 && (
        <SendForm apprenticeship={apprenticeship} view={links.data} onDone={setDone} />
      )}
      {links.data && links.data.links.length > 0 && (
        <ul aria-label="Links that were sent">
          {links.data.links.map((one) => (
            <LinkLine key={one.id} link={one} apprenticeship={apprenticeship} onDone={setDone} />
          ))}
        </ul>
      )}
      {links.data?.links.length === 0 && <p className="soft">No link was sent yet.</p>}
    </section>
  );
}

interface SendFormProps {
  readonly apprenticeship: ApprenticeshipId;
  readonly view: MentorLinksView;
  readonly onDone: (words: string) => void;
}

function SendForm({ apprenticeship, view, onDone }: SendFormProps) {
  const [chosen, setChosen] = useState('');
  const options = aboutOptions(view);
  const about = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? '');
  const mentors = view.mentors.filter((one) => one.hasAddress && (about !== hoursThatWait || one.hoursWaiting > 0));
  const [picked, setPicked] = useState('');
  const mentor = mentors.find((one) => one.mentor.id === picked) ?? mentors[0];
  const send = useMentorLinkAct(apprenticeship, (client, to: string) =>
    client(endpoints.sendMentorLink, {
      params: { apprenticeship },
      body: { mentor: to, ...aboutBody(about) },
    }),
  );
  if (!mentor) return <p className="soft">No mentor who is assigned today has an e-mail address on file.</p>;
  const name = mentor.mentor.name;
  const submit = () =>
    send.mutate(mentor.mentor.id, {
      onSuccess: ({ mailed }) =>
        onDone(
          mailed
            ? `A letter with a link went to ${name}.`
            : `The letter to ${name} could not be sent. Try again later.`,
        ),
    });
  return (
    <form
      className="stack"
      aria-label="Send a link"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="soft">
        A link in a letter lets a mentor decide without an account. It opens once, within three days, for half an hour.
      </p>
      <NativeSelect
        label="Mentor"
        value={mentor.mentor.id}
        onChange={(event) => setPicked(event.currentTarget.value)}
        data={mentors.map((one) => ({ value: one.mentor.id, label: one.mentor.name }))}
      />
      <AboutField view={view} value={about} onChange={setChosen} />
      <ProblemNotice error={send.error} />
      <div>
        <Button type="submit" variant="default" loading={send.isPending}>
          Send the link
        </Button>
      </div>
    </form>
  );
}
