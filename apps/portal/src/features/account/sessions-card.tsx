import { Button } from '@mantine/core';
import { type AccountSession, type Client, endpoints } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { Badge } from '../../ui/badge.js';
import { Line } from '../../ui/line.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showAge, showInstant } from '../../ui/show-dates.js';

/** Where one is signed in, and the way to end it elsewhere. */
export function SessionsCard({ onDone }: { onDone: (words: string) => void }) {
  const client = useClient();
  const sessions = useQuery({
    queryKey: ['account-sessions'],
    queryFn: ({ signal }) => client(endpoints.listSessions, { signal }),
    select: (answer) => answer.sessions,
  });
  const endOthers = useEnding<null>((call) => call(endpoints.endOtherSessions, {}));
  const others = sessions.data?.filter((one) => !one.isCurrent).length ?? 0;
  const end = () => endOthers.mutate(null, { onSuccess: () => onDone('You are signed out on every other device.') });
  return (
    <section className="card stack" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      {sessions.isPending && <Loading what="your devices" heights={[64, 64]} />}
      <ProblemNotice error={sessions.error} onRetry={sessions.refetch} />
      {sessions.data && (
        <ul aria-labelledby="sessions">
          {sessions.data.map((one) => (
            <SessionLine key={one.id} session={one} onDone={onDone} />
          ))}
        </ul>
      )}
      {others > 0 && (
        <div>
          <Button variant="default" loading={endOthers.isPending} onClick={end}>
            Sign out everywhere else
          </Button>
        </div>
      )}
      <ProblemNotice error={endOthers.error} />
    </section>
  );
}

function SessionLine({ session, onDone }: { session: AccountSession; onDone: (words: string) => void }) {
  const { id, device, since, lastUsedAt, isCurrent } = session;
  const name = device || 'Another device';
  const end = useEnding<string>((call, which) => call(endpoints.endSession, { params: { session: which } }));
  return (
    <Line
      title={name}
      end={
        isCurrent ? (
          <Badge tone="ok">this one</Badge>
        ) : (
          <Button
            variant="default"
            aria-label={`Sign out ${name}, since ${showInstant(since)}`}
            loading={end.isPending}
            onClick={() => end.mutate(id, { onSuccess: () => onDone(`${name} is signed out.`) })}
          >
            Sign out
          </Button>
        )
      }
    >
      since {showInstant(since)} · last used {showAge(lastUsedAt)}
      <ProblemNotice error={end.error} />
    </Line>
  );
}

/** Ends sessions, and has the list read again. */
function useEnding<Input>(act: (client: Client, input: Input) => Promise<unknown>) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client, input),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account-sessions'] }),
  });
}
