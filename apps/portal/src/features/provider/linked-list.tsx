import { Button } from '@mantine/core';
import { endpoints, type OwnProvider } from '@journeybook/contracts';
import { Line } from '../../ui/line.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showAge } from '../../ui/show-dates.js';
import { useProviderAct } from './use-providers.js';

interface LinkedListProps {
  readonly organization: OwnProvider;
  readonly onDone: (words: string) => void;
}

/** Who has come in by the provider; a connection is taken away when the provider gave somebody a new account. */
export function LinkedList({ organization: { id, linked }, onDone }: LinkedListProps) {
  const unlink = useProviderAct((client, link: string) =>
    client(endpoints.unlinkProvider, { params: { organization: id, link } }),
  );
  return (
    <section className="stack" aria-label="Who came in with it">
      <h3>Who came in with it</h3>
      <ul aria-label="Who came in with it">
        {linked.map(({ id: link, person, lastUsedAt }) => (
          <Line
            key={link}
            title={person.name}
            end={
              <Button
                variant="default"
                aria-label={`Disconnect ${person.name}`}
                loading={unlink.isPending && unlink.variables === link}
                onClick={() =>
                  unlink.mutate(link, {
                    onSuccess: () => onDone(`${person.name} is disconnected, and connects anew at the next sign-in.`),
                  })
                }
              >
                Disconnect
              </Button>
            }
          >
            last {showAge(lastUsedAt)}
          </Line>
        ))}
      </ul>
      <ProblemNotice error={unlink.error} />
    </section>
  );
}
