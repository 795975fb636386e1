import { Button, Checkbox } from '@mantine/core';
import { endpoints, type OwnProvider } from '@journeybook/contracts';
import { useLeave } from '../../api/leave.js';
import { Remark } from '../../ui/done-notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf, showInstant } from '../../ui/show-dates.js';
import { rememberPage } from '../session/remembered-page.js';
import { useProviderAct } from './use-providers.js';

interface UseCardProps {
  readonly organization: OwnProvider;
  readonly provider: NonNullable<OwnProvider['provider']>;
  readonly onDone: (words: string) => void;
}

/** Tests the provider, and says whether people come in by it, and whether only so. */
export function UseCard({ organization: { id, name, outside }, provider, onDone }: UseCardProps) {
  const leave = useLeave();
  const { isOn, onlyWay, testedAt } = provider;
  const test = useProviderAct((client, organization: string) =>
    client(endpoints.testProvider, { params: { organization } }),
  );
  const use = useProviderAct((client, body: { isOn: boolean; onlyWay: boolean }) =>
    client(endpoints.useProvider, { params: { organization: id }, body }),
  );
  const begin = () =>
    test.mutate(id, {
      onSuccess: ({ url }) => {
        rememberPage('/people/sign-in');
        leave(url);
      },
    });
  const change = (next: { isOn: boolean; onlyWay: boolean }, words: string) =>
    use.mutate(next, { onSuccess: () => onDone(words) });
  return (
    <section className="stack" aria-label="Test and turn on">
      <h3>3. Test it, then turn it on</h3>
      <p className="soft">
        {testedAt ? `Somebody came back from it on ${showInstant(testedAt)}.` : 'Nobody has come back from it yet.'}
      </p>
      <div>
        <Button variant={testedAt ? 'default' : 'filled'} loading={test.isPending} onClick={begin}>
          Test the sign-in
        </Button>
      </div>
      <ProblemNotice error={test.error} />
      <Checkbox
        label="People come in with it"
        checked={isOn}
        disabled={use.isPending}
        onChange={(event) =>
          change(
            { isOn: event.currentTarget.checked, onlyWay: false },
            event.currentTarget.checked ? `The sign-in of ${name} is on.` : `The sign-in of ${name} is off.`,
          )
        }
      />
      <Checkbox
        label="Only this way"
        description="The passwords of people who belong to you alone are refused"
        checked={onlyWay}
        disabled={use.isPending || !isOn}
        onChange={(event) =>
          change(
            { isOn: true, onlyWay: event.currentTarget.checked },
            event.currentTarget.checked ? `It is the only way into ${name}.` : 'Passwords are good again.',
          )
        }
      />
      <ProblemNotice error={use.error} />
      {outside > 0 && (
        <Remark>
          {countOf(outside, 'person', 'people')} of {name} {outside === 1 ? 'has' : 'have'} an address in none of your
          domains: they keep signing in with a password.
        </Remark>
      )}
    </section>
  );
}
