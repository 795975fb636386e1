import { Button } from '@mantine/core';
import {
  endpoints,
  ProblemError,
  secondStepWay,
  type SecondStep,
  type SecondStepWay,
  type Session,
} from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { passkeysWork, signInWithPasskey } from '../../api/passkeys.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { explain, fieldError, isProblem, ProblemNotice } from '../../ui/problem-notice.js';
import { CodeField, type CodeKind } from './code-field.js';
import { useOpening } from './use-opening.js';

interface SecondStepFormProps {
  readonly ways: readonly SecondStepWay[];
  readonly onSignedIn: (session: Session) => void;
  /** Back to the beginning. */
  readonly onBack: () => void;
  /** What was proven before it. */
  readonly before?: string;
}

/** The ways to go on that the API named after the right password; null when it said anything else. */
export function waysOn(error: unknown): readonly SecondStepWay[] | null {
  if (!(error instanceof ProblemError) || error.problem.kind !== 'second-factor-asked') return null;
  return secondStepWay.array().safeParse(error.problem.facts?.['ways']).data ?? [];
}

/** What is wrong with a code itself, in the server's words; nothing when it refused for another reason. */
export const whatIsWrongWithCode = (error: unknown): string | undefined =>
  ['wrong-code', 'code-used', 'wrong-recovery-code'].some((kind) => isProblem(error, kind))
    ? explain(error)
    : undefined;

/** After the password: a code of the app, a passkey, or a recovery code. */
export function SecondStepForm({ ways, onSignedIn, onBack, before = 'The password is right.' }: SecondStepFormProps) {
  const kinds = ways.filter((way): way is CodeKind => way !== 'passkey');
  const [form, setForm] = useState<SecondStep>({ kind: kinds[0] ?? 'recovery-code', code: '' });
  const [tried, setTried] = useState(false);
  const finish = useOpening((client, body: SecondStep) => client(endpoints.finishSignIn, { body }), onSignedIn);
  const passkey = useOpening((client) => signInWithPasskey(client), onSignedIn);
  const missing = tried && form.code.trim() === '' ? 'Enter the code' : undefined;
  const wrong = whatIsWrongWithCode(finish.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (form.code.trim() === '') return focusFirstError(event.currentTarget);
    const target = event.currentTarget;
    finish.mutate(form, { onError: () => focusFirstError(target) });
  };
  return (
    <div className="stack">
      <p role="status">{before} One more step shows that it is you.</p>
      {ways.includes('passkey') && passkeysWork() && (
        <>
          <Button loading={passkey.isPending} onClick={() => passkey.mutate(undefined)} fullWidth>
            Use a passkey
          </Button>
          <ProblemNotice error={passkey.error} />
        </>
      )}
      {kinds.length > 0 && (
        <form className="stack" onSubmit={submit} noValidate>
          <CodeField
            kind={form.kind}
            kinds={kinds}
            value={form.code}
            onChange={(code) => setForm({ ...form, code })}
            onKind={(kind) => {
              finish.reset();
              setTried(false);
              setForm({ kind, code: '' });
            }}
            error={missing ?? wrong ?? fieldError(finish.error, 'code')}
          />
          {!wrong && <ProblemNotice error={finish.error} />}
          <Button type="submit" loading={finish.isPending} fullWidth>
            Go on
          </Button>
        </form>
      )}
      <Button variant="subtle" onClick={onBack}>
        Begin again
      </Button>
    </div>
  );
}
